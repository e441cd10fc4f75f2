package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.StatementCounter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class MembersTest {

    @LocalServerPort
    int port;

    @Autowired
    StatementCounter statements;

    Admin admin;
    String workspace;

    @BeforeEach
    void openWorkspace() {
        admin = Admin.at(port);
        workspace = admin.newWorkspace();
    }

    @Test
    void aMemberHasARoleWithItsPermissions() {
        JsonNode member = admin.member(workspace, "AGENT");

        assertThat(member.at("/role/name").asString()).isEqualTo("AGENT");
        assertThat(member.at("/role/permissions").toString())
                .contains("leads:write")
                .doesNotContain("members:write");
        assertThat(member.at("/workspace/id").asString()).isEqualTo(workspace);
        assertThat(member.at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void onePersonHasOneAccountInSeveralWorkspaces() {
        String email = Admin.newEmail();

        JsonNode here = Admin.add(admin.in(workspace), email, "AGENT", null);
        JsonNode there = Admin.add(admin.in(admin.newWorkspace()), email.toUpperCase(Locale.ROOT), "VIEWER", null);

        assertThat(there.at("/data/addMember/membership/user/id"))
                .isEqualTo(here.at("/data/addMember/membership/user/id"));
    }

    @Test
    void nobodyIsAMemberTwice() {
        String email = Admin.newEmail();
        Admin.add(admin.in(workspace), email, "AGENT", null);

        JsonNode second = Admin.add(admin.in(workspace), email, "VIEWER", null);

        assertThat(second.at("/data/addMember/userErrors/0/code").asString()).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void anUnknownRoleIsRefusedAndTheKnownOnesAreNamed() {
        JsonNode answer = Admin.add(admin.in(workspace), Admin.newEmail(), "KING", null);

        assertThat(answer.at("/data/addMember/userErrors/0/code").asString()).isEqualTo("INVALID_VALUE");
        assertThat(answer.at("/data/addMember/userErrors/0/message").asString()).contains("OWNER", "VIEWER");
    }

    @Test
    void nobodyGivesARoleThatHoldsMoreThanTheirOwnToken() {
        GraphQlCaller limited = admin.in(workspace, Admin.token().scopes("members:read", "members:write"));

        JsonNode answer = Admin.add(limited, Admin.newEmail(), "OWNER", null);

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/message").asString()).contains("leads:write");
        assertThat(answer.at("/data/addMember").isNull() || answer.at("/data").isNull())
                .isTrue();
    }

    @Test
    void anOwnerMakesNoOperatorsOfThePlatform() {
        JsonNode answer = Admin.add(admin.in(workspace), Admin.newEmail(), "PLATFORM_OPERATOR", null);

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/message").asString()).contains("admin:access");
    }

    @Test
    void aRepeatedCallAddsNobodyTwice() {
        GraphQlCaller owner = admin.in(workspace);
        String email = Admin.newEmail();
        String key = UUID.randomUUID().toString();

        JsonNode first = Admin.add(owner, email, "AGENT", key);
        JsonNode second = Admin.add(owner, email, "AGENT", key);
        JsonNode other = Admin.add(owner, email, "VIEWER", key);

        assertThat(second).isEqualTo(first);
        assertThat(other.at("/data/addMember/userErrors/0/code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aChangeOfRoleTakesTheVersionThatItIsBasedOn() {
        JsonNode member = admin.member(workspace, "AGENT");

        JsonNode first = change(member, "VIEWER", 1, null);
        JsonNode second = change(member, "MANAGER", 1, null);

        assertThat(first.at("/data/changeMemberRole/membership/version").asInt())
                .isEqualTo(2);
        assertThat(first.at("/data/changeMemberRole/membership/role/name").asString())
                .isEqualTo("VIEWER");
        assertThat(second.at("/data/changeMemberRole/userErrors/0/code").asString())
                .isEqualTo("STALE_VERSION");
        assertThat(second.at("/data/changeMemberRole/userErrors/0/field").toString())
                .isEqualTo("[\"input\",\"expectedVersion\"]");
    }

    @Test
    void aRepeatedChangeOfRoleActsOnce() {
        JsonNode member = admin.member(workspace, "AGENT");
        GraphQlCaller owner = admin.in(workspace);
        String key = UUID.randomUUID().toString();

        JsonNode first = change(owner, member, "VIEWER", 1, key);
        JsonNode second = change(owner, member, "VIEWER", 1, key);

        assertThat(second).isEqualTo(first);
        assertThat(second.at("/data/changeMemberRole/membership/version").asInt())
                .isEqualTo(2);
    }

    @Test
    void theLastOwnerStays() {
        JsonNode owner = admin.member(workspace, "OWNER");

        JsonNode change = change(owner, "AGENT", 1, null);
        JsonNode removal = remove(owner, 1);

        assertThat(change.at("/data/changeMemberRole/userErrors/0/code").asString())
                .isEqualTo("ILLEGAL_TRANSITION");
        assertThat(removal.at("/data/removeMember/userErrors/0/code").asString())
                .isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void ofTwoOwnersWhoStepDownAtOnceOneStays() {
        List<JsonNode> owners = List.of(admin.member(workspace, "OWNER"), admin.member(workspace, "OWNER"));

        List<JsonNode> answers = owners.stream()
                .map(owner -> CompletableFuture.supplyAsync(() -> change(owner, "AGENT", 1, null)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream()
                        .map(answer -> answer.at("/data/changeMemberRole/userErrors/0/code")
                                .asString("done")))
                .containsExactlyInAnyOrder("done", "ILLEGAL_TRANSITION");
    }

    @Test
    void whoHoldsMoreThanTheTokenIsNotDemotedByIt() {
        JsonNode owner = admin.member(workspace, "OWNER");
        admin.member(workspace, "OWNER");
        String[] scopes = Stream.concat(Arrays.stream(Admin.scopesOf("VIEWER")), Stream.of("members:write"))
                .toArray(String[]::new);

        JsonNode answer = change(admin.in(workspace, Admin.token().scopes(scopes)), owner, "VIEWER", 1, null);

        assertThat(answer.at("/data/changeMemberRole/userErrors/0/code").asString())
                .isEqualTo("INVALID_VALUE");
    }

    @Test
    void aMemberWhoIsRemovedIsGoneAndTheirAccountIsNoLongerSeenHere() {
        JsonNode member = admin.member(workspace, "AGENT");
        String user = member.at("/user/id").asString();

        JsonNode removal = remove(member, 1);

        assertThat(removal.at("/data/removeMember/removedId").asString())
                .isEqualTo(member.path("id").asString());
        assertThat(admin.in(workspace)
                        .execute("query($id: ID!) { member(id: $id) { id } }", Map.of("id", member.path("id")))
                        .at("/data/member")
                        .isNull())
                .isTrue();
        assertThat(Entities.user(admin.in(workspace), user).isNull()).isTrue();
    }

    @Test
    void membersAreListedByPageInTheOrderAskedFor() {
        IntStream.range(0, 3).forEach(i -> admin.member(workspace, "AGENT"));
        admin.member(workspace, "OWNER");

        JsonNode first = list("first: 3, sort: {field: ROLE, direction: DESC}");
        JsonNode second = list("first: 3, sort: {field: ROLE, direction: DESC}, after: "
                + first.at("/data/members/pageInfo/endCursor"));
        JsonNode agents = list("filter: {role: [\"AGENT\"]}");

        assertThat(roles(first)).containsExactly("OWNER", "AGENT", "AGENT");
        assertThat(roles(second)).containsExactly("AGENT");
        assertThat(first.at("/data/members/totalCount").asInt()).isEqualTo(4);
        assertThat(second.at("/data/members/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(roles(agents)).containsExactly("AGENT", "AGENT", "AGENT");
    }

    @Test
    void aPageTakesAsManyStatementsWhateverItsSize() {
        IntStream.range(0, 4).forEach(i -> admin.member(workspace, "AGENT"));

        assertThat(statementsOfPage(4)).isEqualTo(statementsOfPage(1)).isEqualTo(2);
    }

    private int statementsOfPage(int size) {
        WorkspaceId id = new WorkspaceId(workspace);
        statements.reset(id);
        JsonNode page = admin.in(workspace)
                .execute("{ members(first: " + size
                        + ") { nodes { role { name } user { name } workspace { name } } } }");
        assertThat(page.at("/data/members/nodes")).hasSize(size);
        return statements.count(id);
    }

    private JsonNode list(String arguments) {
        return admin.in(workspace)
                .execute("{ members(" + arguments
                        + ") { totalCount nodes { role { name } } pageInfo { endCursor hasNextPage } } }");
    }

    private static List<String> roles(JsonNode answer) {
        return answer.at("/data/members/nodes")
                .valueStream()
                .map(node -> node.at("/role/name").asString())
                .toList();
    }

    private JsonNode change(JsonNode member, String role, int version, @Nullable String key) {
        return change(admin.in(workspace), member, role, version, key);
    }

    private static JsonNode change(
            GraphQlCaller caller, JsonNode member, String role, int version, @Nullable String key) {
        Map<String, Object> input = new HashMap<>();
        input.put("membershipId", member.path("id").asString());
        input.put("role", role);
        input.put("expectedVersion", version);
        input.put("idempotencyKey", key);
        return caller.execute("""
                mutation($input: ChangeMemberRoleInput!) {
                  changeMemberRole(input: $input) {
                    membership { id version role { name } }
                    userErrors { code field message }
                  }
                }""", Map.of("input", input));
    }

    private JsonNode remove(JsonNode member, int version) {
        return admin.in(workspace)
                .execute(
                        """
                        mutation($input: RemoveMemberInput!) {
                          removeMember(input: $input) { removedId userErrors { code field message } }
                        }""",
                        Map.of(
                                "input",
                                Map.of("membershipId", member.path("id").asString(), "expectedVersion", version)));
    }
}
