package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is looked up in batches is looked up again whenever it may have changed. */
@SubgraphTest("sample")
class BatchesTest {

    private final GraphQlCaller caller;
    private final Map<String, String> tally = Map.of("name", UUID.randomUUID().toString());

    BatchesTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).writer();
    }

    @Test
    void eachMutationOfARequestAnswersWhatItHasMade() {
        JsonNode answer = caller.execute(
                "mutation ($name: String!) { first: count(name: $name) { value } second: count(name: $name) { value } }",
                tally);

        assertThat(answer.at("/data/first/value").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/second/value").asInt()).isEqualTo(2);
    }

    @Test
    void eachEventOfASubscriptionIsAnsweredAsThingsAreThen() {
        try (var live = caller.subscribe("subscription ($name: String!) { counted(name: $name) { value } }", tally)) {
            List<Integer> values = List.of(value(live.next()), value(live.next()), value(live.next()));

            assertThat(values).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aKeyThatIsAskedForTwiceIsAnsweredTwice() {
        JsonNode answer = caller.execute(
                "query ($name: String!) { a: tally(name: $name) { value } b: tally(name: $name) { few(times: 2) { value } } }",
                tally);

        assertThat(answer.at("/data").toString())
                .isEqualTo("{\"a\":{\"value\":0},\"b\":{\"few\":[{\"value\":0},{\"value\":0}]}}");
    }

    private static int value(JsonNode event) {
        return event.at("/data/counted/value").asInt();
    }
}
