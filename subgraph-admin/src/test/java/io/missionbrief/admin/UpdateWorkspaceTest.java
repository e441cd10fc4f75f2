package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AdminTest
class UpdateWorkspaceTest {

    @LocalServerPort
    int port;

    GraphQlCaller owner;

    @BeforeEach
    void openWorkspace() {
        Admin admin = Admin.at(port);
        owner = admin.in(admin.newWorkspace());
        update("name: \"Acme\", settings: {theme: \"dark\", size: {a: 1, b: 2}}", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name: \"Acme\"",
                "name: \" Acme \"",
                "settings: {size: {b: 2, a: 1}, theme: \"dark\"}",
                "name: \"Acme\", settings: {theme: \"dark\", size: {a: 1, b: 2}}"
            })
    void whatChangesNothingKeepsTheVersion(String input) {
        JsonNode answer = update(input, 2);

        assertThat(answer.at("/workspace/version").asInt())
                .as(answer.toString())
                .isEqualTo(2);
    }

    @Test
    void whatIsLeftOutStaysAndNullEmpties() {
        JsonNode renamed = update("name: \" Better \"", 2);
        JsonNode emptied = update("settings: null", 3);

        assertThat(renamed.at("/workspace/name").asString()).isEqualTo("Better");
        assertThat(renamed.at("/workspace/settings/theme").asString()).isEqualTo("dark");
        assertThat(emptied.at("/workspace/name").asString()).isEqualTo("Better");
        assertThat(emptied.at("/workspace/settings").toString()).isEqualTo("{}");
        assertThat(emptied.at("/workspace/version").asInt()).isEqualTo(4);
    }

    @Test
    void aNameCannotBeEmptiedNorSettingsBeAList() {
        assertThat(update("name: null", 2).at("/userErrors/0/code").asString()).isEqualTo("REQUIRED");
        assertThat(update("settings: [1]", 2).at("/userErrors/0/code").asString())
                .isEqualTo("INVALID_VALUE");
    }

    @Test
    void anOldVersionIsRefused() {
        JsonNode refused = update("name: \"Better\"", 1);

        assertThat(refused.path("workspace").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("STALE_VERSION");
    }

    private JsonNode update(String input, int version) {
        JsonNode answer = owner.execute("mutation { updateWorkspace(input: {expectedVersion: " + version + ", " + input
                + "}) { workspace { name settings version } userErrors { code field message } } }");
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/updateWorkspace");
    }
}
