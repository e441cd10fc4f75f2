package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("sample")
class EntitiesTest {

    private final SampleCaller ann;
    private final SampleCaller bob;

    EntitiesTest(@LocalServerPort int port) {
        ann = SampleCaller.at(port);
        bob = SampleCaller.at(port);
    }

    @Test
    void entitiesAreAnsweredInPlaceAndHiddenOnesByNull() {
        List<String> hers = List.of(ann.create("a", 1), ann.create("b", 2), ann.create("c", 3));
        List<String> hidden = List.of(bob.create("his", 1), UUID.randomUUID().toString());

        EntityTester.of(ann.reader(), "Entry").assertAnsweredInPlace(hers, hidden);
        EntityTester.of(bob.reader(), "Entry").assertHidden(hers);
    }

    @Test
    void theTesterFindsAnEntityThatIsNotThere() {
        List<String> hers = List.of(ann.create("a", 1), UUID.randomUUID().toString());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EntityTester.of(ann.reader(), "Entry").assertAnsweredInPlace(hers, List.of()));
    }

    @Test
    void aBatchIsOneStatement(@Autowired StatementCounter statements) {
        List<String> hers = List.of(ann.create("a", 1), ann.create("b", 2), ann.create("c", 3));
        statements.reset(ann.workspace());

        EntityTester.of(ann.reader(), "Entry").assertAnsweredInPlace(hers, List.of());

        assertThat(statements.count(ann.workspace())).isOne();
    }

    @Test
    void aFailureInABatchTellsNothingOfTheInside() {
        JsonNode answer =
                EntityTester.of(ann.reader(), "Entry").ask(List.of(Map.of("__typename", "Entry", "id", "break")));

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INTERNAL");
        assertThat(answer.toString()).doesNotContain("select", "Exception", "io.missionbrief");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "7",
                "[]",
                "{}",
                "{id: 1}",
                "{__typename: \"Nothing\", id: 1}",
                "{__typename: [\"Entry\"], id: 1}"
            })
    void aRepresentationThatIsNoneIsTheCallersMistakeAndCostsItsOwnPlace(String representation) {
        String hers = ann.create("a", 1);

        JsonNode answer = ann.reader()
                .execute("{ _entities(representations: [%s, {__typename: \"Entry\", id: \"%s\"}]) "
                                .formatted(representation, hers)
                        + "{ ... on Entry { title } } }");

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s", answer)
                .isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"_entities\",0]");
        assertThat(answer.at("/data/_entities").toString()).isEqualTo("[null,{\"title\":\"a\"}]");
        assertThat(answer.toString()).doesNotContain("Exception", "io.missionbrief", "java.");
    }

    @Test
    void aRepresentationOfAnUnknownTypeIsTheCallersMistake() {
        JsonNode answer = EntityTester.of(ann.reader(), "Entry")
                .ask(List.of(Map.of("__typename", "Nothing", "id", "1"), Map.of("id", "1")));

        assertThat(answer.path("errors")
                        .valueStream()
                        .map(error -> error.at("/extensions/code").asString()))
                .containsExactly("BAD_USER_INPUT", "BAD_USER_INPUT");
        assertThat(answer.toString()).doesNotContain("Exception", "io.missionbrief");
    }
}
