package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever adds a member learns nothing of the account, and nobody is a member without having agreed. */
@AdminTest
class InvitationTest {

    @LocalServerPort
    int port;

    Admin admin;
    String workspace;
    GraphQlCaller owner;

    @BeforeEach
    void openWorkspace() {
        admin = Admin.at(port);
        workspace = admin.newWorkspace();
        owner = admin.in(workspace);
    }

    @Test
    void anAddressWithAnAccountIsAnsweredAsOneWithout() {
        String known = Admin.newEmail();
        Admin.add(admin.in(admin.newWorkspace()), Map.of("email", known, "name", "Real Name"), "OWNER", null);
        String unknown = Admin.newEmail();

        JsonNode one = Admin.add(owner, Map.of("email", known, "name", "Guess"), "AGENT", null);
        JsonNode other = Admin.add(owner, Map.of("email", unknown, "name", "Guess"), "AGENT", null);

        assertThat(membership(one).at("/user/name").asString()).isEqualTo("Guess");
        assertThat(membership(one).at("/user/email").asString()).isEqualTo(known);
        assertThat(withoutIds(one, known)).isEqualTo(withoutIds(other, unknown));
    }

    /** A UUIDv7 would tell by its time that there was an account before. */
    @Test
    void theIdOfAnAccountDoesNotTellItsAge() {
        String id = membership(invite()).at("/user/id").asString();

        assertThat(UUID.fromString(id).version()).isEqualTo(4);
    }

    @Test
    void colleaguesSeeAPersonAsTheirWorkspaceKnowsThem() {
        String email = Admin.newEmail();
        JsonNode there = membership(
                Admin.add(admin.in(admin.newWorkspace()), Map.of("email", email, "name", "Real Name"), "AGENT", null));
        Admin.add(owner, Map.of("email", email, "name", " Guess "), "AGENT", null);
        String user = there.at("/user/id").asString();

        admin.accept(there);

        assertThat(Entities.user(owner, user).path("name").asString()).isEqualTo("Guess");
        assertThat(admin.anybody()
                        .as(Admin.token().user(user))
                        .execute("{ me { user { name } } }")
                        .at("/data/me/user/name")
                        .asString())
                .isEqualTo("Real Name");
    }

    @Test
    void whoIsAddedIsInvitedAndAcceptsWithAnyToken() {
        JsonNode invited = membership(invite());

        JsonNode accepted = admin.accept(invited).at("/data/acceptMembership/membership");

        assertThat(invited.path("status").asString()).isEqualTo("INVITED");
        assertThat(invited.path("acceptedAt").isNull()).isTrue();
        assertThat(accepted.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(accepted.path("acceptedAt").isNull()).isFalse();
        assertThat(accepted.path("version").asInt()).isEqualTo(2);
        assertThat(accepted.at("/workspace/id").asString()).isEqualTo(workspace);
    }

    @Test
    void acceptingWhatIsAcceptedChangesNothing() {
        JsonNode invited = membership(invite());
        JsonNode accepted = admin.accept(invited).at("/data/acceptMembership/membership");

        JsonNode stale = admin.accept(invited);
        ((ObjectNode) invited).put("version", 2);
        JsonNode again = admin.accept(invited);

        assertThat(stale.at("/data/acceptMembership/userErrors/0/code").asString())
                .isEqualTo("STALE_VERSION");
        assertThat(again.at("/data/acceptMembership/membership")).isEqualTo(accepted);
    }

    @Test
    void nobodyAcceptsForSomebodyElse() {
        JsonNode invited = membership(invite());

        for (GraphQlCaller other : Stream.of(owner, admin.anybody().as(Admin.token()), admin.operator())
                .toList()) {
            JsonNode answer = Admin.accept(other, invited);

            assertThat(answer.at("/data/acceptMembership/userErrors/0/code").asString())
                    .isEqualTo("NOT_FOUND");
            assertThat(answer.at("/data/acceptMembership/userErrors/0/field").toString())
                    .isEqualTo("[\"input\",\"membershipId\"]");
        }
    }

    @Test
    void membersAreFilteredByWhetherTheyHaveAccepted() {
        admin.accept(membership(invite()));
        invite();

        assertThat(count("ACTIVE")).isEqualTo(1);
        assertThat(count("INVITED")).isEqualTo(1);
    }

    @Test
    void anOwnerWhoHasNotAcceptedDoesNotTakeThePlaceOfOneWhoHas() {
        JsonNode active = membership(Admin.add(owner, Admin.newEmail(), "OWNER", null));
        JsonNode invited = membership(Admin.add(owner, Admin.newEmail(), "OWNER", null));
        admin.accept(active);

        assertThat(remove(active, 2)).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(remove(invited, 1)).isEqualTo("done");
    }

    private JsonNode invite() {
        return Admin.add(owner, Admin.newEmail(), "AGENT", null);
    }

    private static JsonNode membership(JsonNode answer) {
        JsonNode membership = answer.at("/data/addMember/membership");
        assertThat(membership.isObject()).as(answer.toString()).isTrue();
        return membership;
    }

    private static String withoutIds(JsonNode answer, String email) {
        return answer.toString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll(email, "email")
                .replaceAll("id@example.com", "email");
    }

    private int count(String status) {
        return owner.execute("{ members(filter: {status: [" + status + "]}) { totalCount } }")
                .at("/data/members/totalCount")
                .asInt();
    }

    private String remove(JsonNode membership, int version) {
        return owner.execute("""
                        mutation($id: ID!, $version: Int!) {
                          removeMember(input: {membershipId: $id, expectedVersion: $version}) { userErrors { code } }
                        }""", Map.of("id", membership.path("id").asString(), "version", version))
                .at("/data/removeMember/userErrors/0/code")
                .asString("done");
    }
}
