package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class OpeningWorkspacesTest {

    @LocalServerPort
    int port;

    Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
    }

    @Test
    void createsAWorkspaceWithTheKeyThatIsGiven() {
        String key = Admin.newKey();

        JsonNode workspace = created(admin.create(Map.of(
                "workspaceId",
                key,
                "name",
                "Acme",
                "planTier",
                "GROWTH",
                "settings",
                Map.of("colour", Map.of("main", "red")))));

        assertThat(workspace.path("id").asString()).isEqualTo(key);
        assertThat(workspace.path("name").asString()).isEqualTo("Acme");
        assertThat(workspace.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(workspace.path("planTier").asString()).isEqualTo("GROWTH");
        assertThat(workspace.at("/settings/colour/main").asString()).isEqualTo("red");
        assertThat(workspace.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void drawsAKeyWhenNoneIsGiven() {
        JsonNode workspace = created(admin.create(Map.of("name", "Acme")));

        assertThat(workspace.path("id").asString()).matches("^[0-9a-z]{12}$");
    }

    @Test
    void aNewWorkspaceIsOpenForRequestsAtOnce() {
        String key = admin.newWorkspace();

        JsonNode answer = admin.in(key).execute("{ workspace { id name } }");

        assertThat(answer.at("/data/workspace/id").asString()).isEqualTo(key);
    }

    @Test
    void theOwnerBecomesTheFirstMember() {
        String key = Admin.newKey();
        String email = Admin.newEmail();

        created(admin.create(
                Map.of("workspaceId", key, "name", "Acme", "owner", Map.of("email", email, "name", "Ada"))));

        JsonNode members =
                admin.in(key).execute("{ members { totalCount nodes { role { name } user { email name } } } }");
        assertThat(members.at("/data/members/totalCount").asInt()).isEqualTo(1);
        assertThat(members.at("/data/members/nodes/0/role/name").asString()).isEqualTo("OWNER");
        assertThat(members.at("/data/members/nodes/0/user/email").asString()).isEqualTo(email);
    }

    @Test
    void refusesAKeyThatIsTakenWhateverItsCapitals() {
        String key = admin.newWorkspace();

        JsonNode answer = admin.create(Map.of("workspaceId", key.toUpperCase(Locale.ROOT), "name", "Acme"));

        assertThat(refusal(answer)).isEqualTo("ALREADY_EXISTS [\"input\",\"workspaceId\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "API", "_begins", "with space", "dots.in.it", "", "a/b"})
    void refusesReservedAndMalformedKeys(String key) {
        assertThat(refusal(admin.create(Map.of("workspaceId", key, "name", "Acme"))))
                .isEqualTo("INVALID_VALUE [\"input\",\"workspaceId\"]");
    }

    @Test
    void refusesABlankName() {
        assertThat(refusal(admin.create(Map.of("name", " ")))).isEqualTo("REQUIRED [\"input\",\"name\"]");
    }

    @Test
    void isForOperatorsOnly() {
        String key = Admin.newKey();

        JsonNode answer = Admin.create(admin.in(admin.newWorkspace()), Map.of("workspaceId", key, "name", "Acme"));

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/message").asString()).contains("admin:access");
        assertThat(admin.in(key)
                        .execute("{ workspace { id } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aRepeatedCallOpensNoSecondWorkspace() {
        Map<String, String> input =
                Map.of("name", "Acme", "idempotencyKey", UUID.randomUUID().toString());
        var operator = admin.operator();

        JsonNode first = created(Admin.create(operator, input));
        JsonNode second = created(Admin.create(operator, input));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aRepeatedKeyWithAnotherInputIsRefused() {
        String key = UUID.randomUUID().toString();
        var operator = admin.operator();

        created(Admin.create(operator, Map.of("name", "Acme", "idempotencyKey", key)));
        JsonNode other = Admin.create(operator, Map.of("name", "Other", "idempotencyKey", key));

        assertThat(refusal(other)).startsWith("IDEMPOTENCY_KEY_REUSED");
    }

    private static JsonNode created(JsonNode answer) {
        JsonNode workspace = answer.at("/data/createWorkspace/workspace");
        assertThat(workspace.isObject()).as(answer.toString()).isTrue();
        return workspace;
    }

    private static String refusal(JsonNode answer) {
        JsonNode error = answer.at("/data/createWorkspace/userErrors/0");
        assertThat(answer.at("/data/createWorkspace/workspace").isNull())
                .as(answer.toString())
                .isTrue();
        return error.path("code").asString() + " " + error.path("field");
    }
}
