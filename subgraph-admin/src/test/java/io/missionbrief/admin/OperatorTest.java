package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.OperatorRead;
import io.missionbrief.subgraph.test.GraphQlCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Operators read across workspaces by the queries that say so, and by nothing else. */
@AdminTest
class OperatorTest {

    private static final String LIST = """
            query($name: WorkspaceSortField = CREATED_AT) {
              operatorWorkspaces(first: 2, sort: {field: $name, direction: DESC}) {
                totalCount
                nodes { id name settings }
              }
            }""";

    private static final String ONE =
            "query($id: ID!) { operatorWorkspace(id: $id) { id name settings limits planTier } }";

    @LocalServerPort
    int port;

    @Autowired
    OperatorDatabase operators;

    Admin admin;
    String user;
    GraphQlCaller operator;
    String theirs;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
        user = UUID.randomUUID().toString();
        operator = operator(Admin.PLATFORM);
        theirs = admin.newWorkspace();
    }

    @Test
    void listsTheWorkspacesOfTheInstallation() {
        String other = admin.newWorkspace();

        JsonNode page = operator.execute(LIST).at("/data/operatorWorkspaces");

        assertThat(page.path("totalCount").asInt()).isGreaterThan(2);
        assertThat(page.path("nodes")).hasSize(2);
        assertThat(operator.execute(ONE, Map.of("id", other))
                        .at("/data/operatorWorkspace/id")
                        .asString())
                .isEqualTo(other);
    }

    @Test
    void aReadStandsInTheRecord() {
        operator.execute(LIST);
        operator.execute(ONE, Map.of("id", theirs));
        operator.execute(ONE, Map.of("id", "none"));

        assertThat(recorded())
                .containsExactly(
                        "operatorWorkspaces {}", "operatorWorkspace {" + theirs + "}", "operatorWorkspace {none}");
    }

    @Test
    void theScopeAloneIsNotEnough() {
        GraphQlCaller elsewhere = operator(admin.newWorkspace());

        for (JsonNode answer :
                List.of(elsewhere.execute(LIST), elsewhere.execute(ONE, Map.of("id", theirs)), openAs(elsewhere))) {
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
            assertThat(answer.at("/errors/0/message").asString()).contains(Admin.PLATFORM);
        }
        assertThat(recorded()).isEmpty();
    }

    @Test
    void noOtherWayLeadsToAWorkspaceOfOthers() {
        assertThat(Entities.workspace(operator, theirs).isNull()).isTrue();
        assertThat(operator.execute("{ workspace { id } }")
                        .at("/data/workspace/id")
                        .asString())
                .isEqualTo(Admin.PLATFORM);
    }

    @Test
    void aRepeatedCreationIsRecordedAsARead() {
        Map<String, String> input =
                Map.of("name", "Acme", "idempotencyKey", UUID.randomUUID().toString());

        JsonNode first = Admin.create(operator, input);
        assertThat(recorded()).isEmpty();
        JsonNode second = Admin.create(operator, input);

        assertThat(second).isEqualTo(first);
        assertThat(recorded()).singleElement().asString().startsWith("createWorkspace {");
    }

    private static JsonNode openAs(GraphQlCaller caller) {
        return Admin.create(caller, Map.of("name", "Acme"));
    }

    private GraphQlCaller operator(String workspace) {
        return admin.anybody()
                .as(Admin.token().user(user).workspace(workspace).scopes("admin:access", "workspaces:read"));
    }

    /** What this test's operator has read, in order. */
    private List<String> recorded() {
        Actor reader =
                new Actor("tester", new WorkspaceId(Admin.PLATFORM), Set.of("admin:access"), Set.of(), Instant.MAX);
        return operators.read(
                reader,
                OperatorRead.list("operatorReads"),
                sql -> sql.fetch(
                                "select operation || ' ' || objects::text from operator_read where user_id = {0} order by id",
                                DSL.val(user))
                        .into(String.class));
    }
}
