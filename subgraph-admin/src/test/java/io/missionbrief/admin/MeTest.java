package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class MeTest {

    private static final String ME = """
            {
              me {
                email
                user { id name }
                memberships { totalCount nodes { role { name } workspace { id name status } user { id } } }
              }
            }""";

    @LocalServerPort
    int port;

    Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
    }

    @Test
    void showsAPersonWhereTheyWorkBeforeAWorkspaceIsChosen() {
        String email = Admin.newEmail();
        String first = admin.newWorkspace();
        String second = admin.newWorkspace();
        String user = Admin.add(admin.in(first), email, "AGENT", null)
                .at("/data/addMember/membership/user/id")
                .asString();
        Admin.add(admin.in(second), email, "VIEWER", null);
        admin.member(first, "AGENT");

        JsonNode me = admin.anybody().as(Admin.token().user(user)).execute(ME).at("/data/me");

        assertThat(me.path("email").asString()).isEqualTo(email);
        assertThat(me.at("/user/id").asString()).isEqualTo(user);
        assertThat(me.at("/memberships/totalCount").asInt()).isEqualTo(2);
        assertThat(me.at("/memberships/nodes/0/workspace/id").asString()).isEqualTo(first);
        assertThat(me.at("/memberships/nodes/0/role/name").asString()).isEqualTo("AGENT");
        assertThat(me.at("/memberships/nodes/1/workspace/id").asString()).isEqualTo(second);
        assertThat(me.at("/memberships/nodes/1/user/id").asString()).isEqualTo(user);
    }

    @Test
    void isTheSameInsideAWorkspace() {
        String workspace = admin.newWorkspace();
        String user = admin.member(workspace, "AGENT").at("/user/id").asString();

        JsonNode inside = admin.in(workspace, user).execute(ME);
        JsonNode outside = admin.anybody().as(Admin.token().user(user)).execute(ME);

        assertThat(inside).isEqualTo(outside);
    }

    @Test
    void isNobodyForAMachine() {
        JsonNode answer =
                admin.anybody().as(Admin.token().user("service:robot")).execute(ME);

        assertThat(answer.at("/data/me/user").isNull()).isTrue();
        assertThat(answer.at("/data/me/memberships/totalCount").asInt()).isZero();
        assertThat(answer.has("errors")).isFalse();
    }

    @Test
    void isAllThatATokenWithoutAWorkspaceSees() {
        GraphQlCaller unbound = admin.anybody().as(Admin.token().scopes(Admin.scopesOf("OWNER")));

        JsonNode members = unbound.execute("{ members { totalCount } }");
        JsonNode stranger = Entities.user(
                unbound,
                admin.member(admin.newWorkspace(), "AGENT").at("/user/id").asString());

        assertThat(members.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(stranger.isNull()).isTrue();
    }
}
