package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.GoldenEvents;
import io.missionbrief.subgraph.test.GraphQlCaller;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class GoldenEventsTest {

    @LocalServerPort
    int port;

    @Autowired
    WorkerDatabase database;

    @Test
    void eachEventIsTheOneUnderReview() {
        Admin admin = Admin.at(port);
        String key = UUID.randomUUID().toString();
        done(admin.create(Map.of("workspaceId", key, "name", "Acme", "settings", Map.of("theme", "dark"))));
        GraphQlCaller owner = admin.in(key);
        done(owner.execute("""
                mutation {
                  updateWorkspace(input: {name: "Acme & Co", settings: {theme: "light"}, expectedVersion: 1}) {
                    userErrors { code }
                  }
                }"""));
        JsonNode invited = admin.member(key, "AGENT");
        String member = invited.path("id").asString();
        done(admin.accept(invited));
        done(owner.execute("""
                mutation($id: ID!) {
                  changeMemberRole(input: {membershipId: $id, role: "VIEWER", expectedVersion: 2}) { userErrors { code } }
                }""", Map.of("id", member)));
        done(owner.execute(
                "mutation($id: ID!) { removeMember(input: {membershipId: $id, expectedVersion: 3}) { userErrors { code } } }",
                Map.of("id", member)));

        GoldenEvents.assertUnchanged(database, new WorkspaceId(key), "admin");
    }

    private static void done(JsonNode answer) {
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.findValue("userErrors")).as(answer.toString()).isEmpty();
    }
}
