package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.SubgraphApplication;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestDatabase;
import io.missionbrief.subgraph.test.TestIssuer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whether a subgraph takes requests, as it says without a token. */
class ReadinessTest {

    @Test
    void endsWithTheDatabaseAndTellsTheLagUntilThen() {
        TestDatabase database = TestDatabase.create("sample");
        Stream<String> settings = Stream.concat(
                Stream.of(
                        "server.port=0",
                        "mission-brief.security.issuer=" + TestIssuer.shared().url(),
                        "mission-brief.events.poll=50ms",
                        "mission-brief.events.longest-silence=200ms"),
                database.settings("sample").entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue()));
        try (var subgraph = SubgraphApplication.builder(SampleApplication.class, "sample")
                .run(settings.map(setting -> "--" + setting).toArray(String[]::new))) {
            var caller =
                    GraphQlCaller.at(subgraph.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            HttpResponse<String> ready = soon(caller, 200);
            assertThat(JsonMapper.shared()
                            .readTree(ready.body())
                            .at("/components/events/details/lagMillis")
                            .isIntegralNumber())
                    .isTrue();

            database.close();

            HttpResponse<String> gone = soon(caller, 503);
            assertThat(gone.body()).contains("OUT_OF_SERVICE").doesNotContain("xception");
            assertThat(caller.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> soon(GraphQlCaller caller, int status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> caller.get("/health/ready"), answer -> answer.statusCode() == status);
    }
}
