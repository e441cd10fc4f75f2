package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A retry does not act twice. */
@SubgraphTest("sample")
class RepeatedMutationTest {

    private final SampleCaller ann;

    RepeatedMutationTest(@LocalServerPort int port) {
        ann = SampleCaller.at(port);
    }

    @Test
    void callsAtOnceUnderOneKeyActOnceAndAreAnsweredAlike() throws Exception {
        GraphQlCaller writer = ann.writer();
        List<JsonNode> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(threads.submit(() -> create(writer, "one", "key", false)));
            }
            for (Future<JsonNode> call : calls) {
                answers.add(call.get());
            }
        }

        assertThat(ann.titles()).containsExactly("one");
        assertThat(answers).hasSize(6).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().at("/entry/title").asString()).isEqualTo("one");
    }

    @Test
    void anotherInputUnderTheSameKeyIsAnErrorOfTheUser() {
        create(ann.writer(), "one", "key", false);

        JsonNode other = create(ann.writer(), "two", "key", false);

        assertThat(other.path("entry").isNull()).isTrue();
        assertThat(other.path("userErrors").toString())
                .isEqualTo("[{\"code\":\"IDEMPOTENCY_KEY_REUSED\",\"field\":[\"input\",\"idempotencyKey\"],"
                        + "\"message\":\"This idempotency key was used for another input:"
                        + " use a new one for each change\"}]");
        assertThat(ann.titles()).containsExactly("one");
    }

    @Test
    void aRepetitionIsAnsweredByTheRightsOfItsOwnToken() {
        GraphQlCaller trusted = ann.with("entries:read", "entries:write", "entries:confidential");
        create(trusted, "secret", "key", true);

        JsonNode repeated = create(ann.writer(), "secret", "key", true);
        JsonNode forbidden = ann.reader().execute(SampleCaller.CREATE, Map.of("input", input("secret", "key", true)));

        assertThat(repeated.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(forbidden.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(create(trusted, "secret", "key", true).at("/entry/title").asString())
                .isEqualTo("secret");
    }

    @Test
    void aMalformedKeyIsRefusedByItsName() {
        JsonNode answer = ann.writer().execute(SampleCaller.CREATE, Map.of("input", input("one", "two words", false)));

        assertThat(answer.at("/errors/0/extensions/field").asString()).isEqualTo("input.idempotencyKey");
        assertThat(ann.titles()).isEmpty();
    }

    private static JsonNode create(GraphQlCaller caller, String title, String key, boolean confidential) {
        return caller.execute(SampleCaller.CREATE, Map.of("input", input(title, key, confidential)))
                .at("/data/createEntry");
    }

    private static Map<String, Object> input(String title, String key, boolean confidential) {
        return Map.of("title", title, "idempotencyKey", key, "confidential", confidential);
    }
}
