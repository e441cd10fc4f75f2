package io.missionbrief.admin;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.GraphQlCaller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Entities are answered in their places, and hidden from those who may not see them. */
@AdminTest
class AdminEntitiesTest {

    @LocalServerPort
    int port;

    Admin admin;
    String workspace;
    JsonNode ada;
    JsonNode bob;
    JsonNode stranger;

    @BeforeEach
    void addMembers() {
        admin = Admin.at(port);
        workspace = admin.newWorkspace();
        ada = admin.member(workspace, "AGENT");
        bob = admin.member(workspace, "VIEWER");
        stranger = admin.member(admin.newWorkspace(), "AGENT");
    }

    @Test
    void usersAreThoseOfTheWorkspace() {
        EntityTester.of(admin.in(workspace), "User")
                .assertAnsweredInPlace(List.of(user(ada), user(bob)), List.of(user(stranger), random()));
    }

    @Test
    void membershipsAreThoseOfTheWorkspace() {
        EntityTester.of(admin.in(workspace), "Membership")
                .assertAnsweredInPlace(List.of(id(ada), id(bob)), List.of(id(stranger), random()));
    }

    @Test
    void withoutTheScopeAMembershipIsSeenByTheMemberOnly() {
        GraphQlCaller asAda = admin.anybody().as(Admin.token().user(user(ada)));

        EntityTester.of(asAda, "Membership").assertHidden(List.of(id(bob), id(stranger)));
        EntityTester.of(asAda, "User").assertHidden(List.of(user(bob), user(stranger)));
        assertSeen(asAda, "Membership", id(ada));
        assertSeen(asAda, "User", user(ada));
    }

    @Test
    void workspacesAreTheOneOfTheTokenAndThoseOfTheCaller() {
        String other = admin.newWorkspace();
        String email = Admin.newEmail();
        String caller = Admin.add(admin.in(other), email, "AGENT", null)
                .at("/data/addMember/membership/user/id")
                .asString();

        EntityTester.of(admin.in(workspace, caller), "Workspace")
                .assertAnsweredInPlace(List.of(workspace, other), List.of(admin.newWorkspace(), Admin.newKey()));
    }

    private static void assertSeen(GraphQlCaller caller, String type, String id) {
        EntityTester.of(caller, type).assertAnsweredInPlace(List.of(id, id), List.of(random()));
    }

    private static String id(JsonNode membership) {
        return membership.path("id").asString();
    }

    private static String user(JsonNode membership) {
        return membership.at("/user/id").asString();
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
