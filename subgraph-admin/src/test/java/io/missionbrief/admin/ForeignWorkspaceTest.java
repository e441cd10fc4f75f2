package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class ForeignWorkspaceTest {

    @LocalServerPort
    int port;

    Admin admin;
    String own;
    JsonNode member;
    GraphQlCaller stranger;

    @BeforeEach
    void openTwoWorkspaces() {
        admin = Admin.at(port);
        own = admin.newWorkspace();
        member = admin.member(own, "AGENT");
        stranger = admin.in(admin.newWorkspace());
    }

    @Test
    void seesNobodyInLists() {
        JsonNode answer = stranger.execute("{ members { totalCount nodes { id } } }");

        assertThat(answer.at("/data/members/totalCount").asInt()).isZero();
        assertThat(answer.at("/data/members/nodes")).isEmpty();
    }

    @Test
    void learnsNoMoreFromAHiddenIdThanFromOneThatIsNot() {
        String query = "query($id: ID!) { member(id: $id) { id } }";

        JsonNode hidden = stranger.execute(query, Map.of("id", member.path("id").asString()));
        JsonNode absent = stranger.execute(query, Map.of("id", UUID.randomUUID().toString()));

        assertThat(hidden).isEqualTo(absent);
        assertThat(hidden.at("/data/member").isNull()).isTrue();
    }

    @Test
    void seesNoEntity() {
        String user = member.at("/user/id").asString();

        assertThat(Entities.user(stranger, user).isNull()).isTrue();
        assertThat(Entities.workspace(stranger, own).isNull()).isTrue();
        assertThat(Entities.user(admin.in(own), user).isObject()).isTrue();
        assertThat(Entities.workspace(admin.in(own), own).isObject()).isTrue();
    }

    @Test
    void changesNothingAndLearnsNothing() {
        String mutation = """
                mutation($id: ID!) {
                  changeMemberRole(input: {membershipId: $id, role: "VIEWER", expectedVersion: 1}) {
                    membership { id } userErrors { code field message }
                  }
                  removeMember(input: {membershipId: $id, expectedVersion: 1}) { removedId userErrors { code field message } }
                }""";

        JsonNode hidden =
                stranger.execute(mutation, Map.of("id", member.path("id").asString()));
        JsonNode absent =
                stranger.execute(mutation, Map.of("id", UUID.randomUUID().toString()));

        assertThat(hidden).isEqualTo(absent);
        assertThat(hidden.at("/data/changeMemberRole/userErrors/0/code").asString())
                .isEqualTo("NOT_FOUND");
        JsonNode unchanged = admin.in(own)
                .execute(
                        "query($id: ID!) { member(id: $id) { version role { name } } }",
                        Map.of("id", member.path("id").asString()));
        assertThat(unchanged.at("/data/member/version").asInt()).isEqualTo(1);
        assertThat(unchanged.at("/data/member/role/name").asString()).isEqualTo("AGENT");
    }

    @Test
    void aMalformedIdIsRefusedAndNamed() {
        JsonNode query = stranger.execute("{ member(id: \"42\") { id } }");
        JsonNode mutation = stranger.execute(
                "mutation { removeMember(input: {membershipId: \"42\", expectedVersion: 1}) { userErrors { code } } }");

        assertThat(query.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(query.at("/errors/0/extensions/field").asString()).isEqualTo("id");
        assertThat(mutation.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(mutation.at("/errors/0/extensions/field").asString()).isEqualTo("input.membershipId");
    }

    @Test
    void anUnknownWorkspaceIsNotServed() {
        JsonNode answer = admin.in(Admin.newKey()).execute("{ workspace { id } }");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aMissingScopeIsNamedBeforeAnythingIsLookedUp() {
        GraphQlCaller scopeless = admin.in(own, Admin.token());

        JsonNode answer = scopeless.execute("{ members { totalCount } }");
        JsonNode email = Entities.of(
                scopeless,
                "User",
                "email",
                UUID.randomUUID().toString(),
                member.at("/user/id").asString());

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/message").asString()).contains("members:read");
        assertThat(email.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    }
}
