package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.GraphQlCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class EventsTest {

    @LocalServerPort
    int port;

    @Autowired
    TenantDatabase database;

    Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
    }

    @Test
    void theLogOfAWorkspaceBeginsWithItsBeginning() {
        String key = Admin.newKey();

        admin.create(
                Map.of("workspaceId", key, "name", "Acme", "owner", Map.of("email", Admin.newEmail(), "name", "Ada")));

        assertThat(events(key)).containsExactly("Workspace.Created 1", "Membership.Added 1");
    }

    @Test
    void eachChangeOfAMembershipIsToldOnceAtItsVersion() {
        String key = admin.newWorkspace();
        GraphQlCaller owner = admin.in(key);
        JsonNode id = admin.member(key, "AGENT").path("id");

        String change = """
                mutation($id: ID!) {
                  changeMemberRole(input: {membershipId: $id, role: "VIEWER", expectedVersion: 1, idempotencyKey: "change"}) {
                    userErrors { code }
                  }
                }""";
        owner.execute(change, Map.of("id", id.asString()));
        owner.execute(change, Map.of("id", id.asString()));
        owner.execute(
                "mutation($id: ID!) { removeMember(input: {membershipId: $id, expectedVersion: 2}) { userErrors { code } } }",
                Map.of("id", id.asString()));

        assertThat(events(key))
                .containsExactly(
                        "Workspace.Created 1",
                        "Membership.Added 1",
                        "Membership.RoleChanged 2",
                        "Membership.Removed 3");
    }

    @Test
    void whatIsRefusedIsNotTold() {
        String key = admin.newWorkspace();
        JsonNode member = admin.member(key, "OWNER");

        Admin.add(admin.in(key), member.at("/user/email").asString(), "AGENT", null);
        admin.create(Map.of("workspaceId", key, "name", "Again"));

        assertThat(events(key)).containsExactly("Workspace.Created 1", "Membership.Added 1");
    }

    private List<String> events(String workspace) {
        Actor actor = new Actor(
                "tester",
                new WorkspaceId(workspace),
                Set.of(),
                Set.of(),
                Instant.now().plusSeconds(60));
        return database.read(
                actor,
                sql -> sql.select(field("type", String.class), field("object_version", Integer.class))
                        .from(table("event_log"))
                        .orderBy(field("seq"))
                        .fetch(event -> event.value1() + " " + event.value2()));
    }
}
