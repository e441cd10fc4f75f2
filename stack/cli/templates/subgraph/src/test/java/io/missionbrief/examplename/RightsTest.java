package io.missionbrief.examplename;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.WorkspaceClient;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each field without the scope that it needs: refused before anything is looked up, and the scope is named. */
@SubgraphTest("examplename")
class RightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ exampleThings { totalCount } } | examplename:read",
                "{ exampleThing(id: \"ID\") { id } } | examplename:read",
                "{ _entities(representations: [{__typename: \"ExampleThing\", id: \"ID\"}]) { ... on ExampleThing { id } } } | examplename:read",
                "mutation { createExampleThing(input: {name: \"A\"}) { __typename } } | examplename:write",
                "mutation { updateExampleThing(input: {examplenounId: \"ID\", expectedVersion: 1}) { __typename } } | examplename:write",
            })
    void areNamedWhenTheyAreMissing(String document, String scope) {
        WorkspaceClient nobody = ExampleThings.client(port).withScopes("nothing:read");

        JsonNode error = nobody.error(document.replace("ID", UUID.randomUUID().toString()));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains(scope);
        assertThat(statements.statements(nobody.workspace())).isEmpty();
    }
}
