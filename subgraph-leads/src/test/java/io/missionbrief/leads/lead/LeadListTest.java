package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadListTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;
    private String owner = "";

    @BeforeEach
    void leads() {
        workspace = TestWorkspace.at(port);
        owner = UUID.randomUUID().toString();
        workspace.lead("createLead", Map.of("name", "Ada", "source", "WEBSITE", "score", 30, "ownerId", owner));
        workspace.lead("createLead", Map.of("name", "bob", "source", "META", "score", 10));
        workspace.lead("createLead", Map.of("name", "Cyd", "source", "META", "score", 20, "ownerId", owner));
        JsonNode dan = workspace.newLead("Dan");
        workspace.lead(
                "changeLeadStatus",
                Map.of("leadId", dan.path("id").asString(), "expectedVersion", 1, "status", "CONTACTED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                          | Dan Cyd bob Ada",
                "(sort: {field: CREATED_AT})               | Ada bob Cyd Dan",
                "(sort: {field: UPDATED_AT, direction: DESC}) | Dan Cyd bob Ada",
                "(sort: {field: NAME})                     | Ada bob Cyd Dan",
                "(sort: {field: NAME, direction: DESC})    | Dan Cyd bob Ada",
                "(sort: {field: SCORE, direction: DESC})   | Ada Cyd bob Dan",
                "(filter: {status: [NEW]})                 | Cyd bob Ada",
                "(filter: {status: [NEW, CONTACTED]})      | Dan Cyd bob Ada",
                "(filter: {status: []})                    |",
                "(filter: {source: [META]})                | Cyd bob",
                "(filter: {source: [WEBSITE, MANUAL]})     | Dan Ada",
                "(filter: {ownerId: \"OWNER\"})            | Cyd Ada",
                "(filter: {ownerId: \"OWNER\", source: [META]}) | Cyd",
                "(filter: {unassigned: true})              | Dan bob",
                "(filter: {unassigned: false})             | Cyd Ada",
                "(filter: {createdFrom: \"2000-01-01T00:00:00Z\"})   | Dan Cyd bob Ada",
                "(filter: {createdBefore: \"2000-01-01T00:00:00Z\"}) |",
                "(filter: {updatedFrom: \"2999-01-01T00:00:00Z\"})   |",
                "(filter: {updatedBefore: \"2999-01-01T00:00:00+01:00\"}) | Dan Cyd bob Ada",
                "(first: 2)                                | Dan Cyd",
                "(last: 2)                                 | bob Ada",
                "(sort: {field: NAME}, first: 1)           | Ada",
            })
    void showsTheLeadsThatAreAskedForInTheOrderThatIsAskedFor(String arguments, String expected) {
        JsonNode leads = workspace
                .data("{ leads" + (arguments == null ? "" : arguments.replace("OWNER", owner))
                        + " { nodes { name } } }")
                .path("leads");

        assertThat(names(leads.path("nodes"))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void countsAllPagesTogether() {
        JsonNode leads = workspace
                .data("{ leads(first: 1, filter: {status: [NEW]}) { totalCount nodes { name } } }")
                .path("leads");

        assertThat(leads.path("totalCount").asInt()).isEqualTo(3);
        assertThat(leads.path("nodes").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"CREATED_AT,ASC", "CREATED_AT,DESC", "NAME,ASC", "SCORE,DESC", "UPDATED_AT,ASC"})
    void walksThroughAllPagesInBothDirections(String field, String direction) {
        String sort = "sort: {field: " + field + ", direction: " + direction + "}";
        String whole = names(workspace
                .data("{ leads(" + sort + ") { nodes { name } } }")
                .path("leads")
                .path("nodes"));

        assertThat(String.join(" ", walk(sort, "first", "after", "hasNextPage", "endCursor")))
                .isEqualTo(whole);
        assertThat(String.join(
                        " ",
                        walk(sort, "last", "before", "hasPreviousPage", "startCursor")
                                .reversed()))
                .isEqualTo(whole);
    }

    @Test
    void listsThoseWithoutANameBeforeAllOthers() {
        workspace.lead("createLead", Map.of("email", "nobody@example.com"));

        JsonNode first = workspace
                .data("{ leads(first: 2, sort: {field: NAME}) { nodes { name email } } }")
                .path("leads")
                .path("nodes");

        assertThat(first.get(0).path("email").asString()).isEqualTo("nobody@example.com");
        assertThat(first.get(1).path("name").asString()).isEqualTo("Ada");
    }

    @Test
    void listsLeadsOfOneMomentOnce() {
        TestWorkspace other = TestWorkspace.at(port);
        for (int i = 0; i < 5; i++) {
            other.lead("createLead", Map.of("name", "Twin", "score", 7));
        }

        assertThat(other.data("{ leads(sort: {field: SCORE}, first: 3) { edges { cursor node { id } } } }")
                        .path("leads")
                        .path("edges")
                        .size())
                .isEqualTo(3);
        String cursor = other.data("{ leads(sort: {field: SCORE}, first: 3) { pageInfo { endCursor } } }")
                .path("leads")
                .path("pageInfo")
                .path("endCursor")
                .asString();
        assertThat(other.data(
                                "query($after: Cursor) { leads(sort: {field: SCORE}, after: $after) { nodes { id } } }",
                                Map.of("after", cursor))
                        .path("leads")
                        .path("nodes")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 0                   | first",
                "first: 101                 | first",
                "last: -1                   | last",
                "first: 1, last: 1          | first",
                "after: \"nonsense\"        | after",
                "before: \"\"               | before",
                "filter: {ownerId: \"x\"}   | filter.ownerId",
            })
    void refusesAPageThatCannotBe(String arguments, String field) {
        JsonNode answer = workspace.answer("{ leads(" + arguments + ") { nodes { name } } }", Map.of());

        JsonNode extensions = answer.path("errors").get(0).path("extensions");
        assertThat(extensions.path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(extensions.path("field").asString()).isEqualTo(field);
        assertThat(answer.path("data").path("leads").isNull()).isTrue();
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        String cursor = workspace
                .data("{ leads(sort: {field: NAME}, first: 1) { pageInfo { endCursor } } }")
                .path("leads")
                .path("pageInfo")
                .path("endCursor")
                .asString();

        JsonNode answer = workspace.answer(
                "query($after: Cursor) { leads(after: $after) { nodes { name } } }", Map.of("after", cursor));

        assertThat(answer.path("errors").get(0).path("extensions").path("field").asString())
                .isEqualTo("after");
    }

    private List<String> walk(String sort, String size, String from, String more, String cursor) {
        List<String> names = new ArrayList<>();
        String position = "";
        JsonNode page;
        do {
            page = workspace
                    .data("{ leads(" + sort + ", " + size + ": 3" + position + ") { nodes { name } pageInfo { " + more
                            + " " + cursor + " } } }")
                    .path("leads");
            List<String> onPage = page.path("nodes").values().stream()
                    .map(node -> node.path("name").asString())
                    .toList();
            names.addAll(size.equals("first") ? onPage : onPage.reversed());
            position = ", " + from + ": \"" + page.path("pageInfo").path(cursor).asString() + "\"";
        } while (page.path("pageInfo").path(more).asBoolean());
        return names;
    }

    private static String names(JsonNode nodes) {
        return String.join(
                " ",
                nodes.values().stream()
                        .map(node -> node.path("name").asString())
                        .toList());
    }
}
