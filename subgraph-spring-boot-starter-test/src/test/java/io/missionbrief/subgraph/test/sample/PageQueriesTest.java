package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("sample")
class PageQueriesTest {

    private final SampleCaller ann;
    private final StatementCounter statements;

    PageQueriesTest(@LocalServerPort int port, @Autowired StatementCounter statements) {
        this.ann = SampleCaller.at(port);
        this.statements = statements;
    }

    @BeforeEach
    void makeEntries() {
        for (int rank = 1; rank <= 5; rank++) {
            ann.create("entry " + rank, rank);
        }
        statements.reset(ann.workspace());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nodes { id }                                               | 1
            nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } | 1
            nodes { id } totalCount                                    | 2
            totalCount pageInfo { hasNextPage }                        | 2
            nodes { id entries { nodes { id } } }                      | 2
            nodes { id entries { nodes { id } totalCount } }           | 3
            nodes { id entries { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage } } } | 3
            nodes { entries { nodes { entries { nodes { id } } } } }   | 2
            """)
    void aQueryRunsAsManyStatementsAsItAsksForAndNoMore(String selection, int expected) {
        JsonNode answer = ann.reader().execute("{ entries(first: 3) { " + selection + " } }");

        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(statements.statements(ann.workspace())).hasSize(expected);
    }

    @Test
    void aClientWalksTheListInBothDirections() {
        JsonNode first = page("first: 2");
        JsonNode second =
                page("first: 2, after: \"" + first.at("/pageInfo/endCursor").asString() + "\"");
        JsonNode last = page("last: 2");
        JsonNode back =
                page("last: 2, before: \"" + second.at("/pageInfo/startCursor").asString() + "\"");

        assertThat(ranks(first)).isEqualTo("5 4");
        assertThat(ranks(second)).isEqualTo("3 2");
        assertThat(ranks(last)).isEqualTo("2 1");
        assertThat(ranks(back)).isEqualTo("5 4");
        assertThat(second.path("pageInfo").path("hasPreviousPage").asBoolean()).isTrue();
        assertThat(second.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
        assertThat(back.path("pageInfo").path("hasPreviousPage").asBoolean()).isFalse();
        assertThat(first.path("totalCount").asInt()).isEqualTo(5);
    }

    @Test
    void anotherWorkspaceSeesNoneOfThem() {
        SampleCaller bob = SampleCaller.at(ann.port());
        String hers = ann.create("hers", 9);

        assertThat(bob.titles()).isEmpty();
        assertThat(bob.reader()
                        .execute("query ($id: ID!) { entry(id: $id) { id } }", Map.of("id", hers))
                        .at("/data/entry")
                        .isNull())
                .isTrue();
        assertThat(bob.reader()
                        .execute("query ($id: ID!) { entry(id: $id) { id } }", Map.of("id", UUID.randomUUID()))
                        .toString())
                .isEqualTo("{\"data\":{\"entry\":null}}");
    }

    private JsonNode page(String arguments) {
        return ann.reader()
                .execute("{ entries(" + arguments + ") { nodes { rank } totalCount"
                        + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")
                .at("/data/entries");
    }

    private static String ranks(JsonNode page) {
        return String.join(
                " ",
                page.path("nodes")
                        .valueStream()
                        .map(node -> node.path("rank").asString())
                        .toList());
    }
}
