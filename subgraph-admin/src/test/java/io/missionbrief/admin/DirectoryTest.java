package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AdminTest
class DirectoryTest {

    private static final String DIRECTORY = "/directory/workspaces/";

    @LocalServerPort
    int port;

    Admin admin;
    GraphQlCaller machine;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
        machine = admin.anybody().as(Admin.token().user("service:offers").scopes("workspaces:read"));
    }

    @Test
    void tellsAMachineThatAWorkspaceIsThere() {
        String key = admin.newWorkspace();

        HttpResponse<String> answer = machine.get(DIRECTORY + key);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":\"%s\",\"status\":\"ACTIVE\"}".formatted(key));
    }

    @Test
    void knowsThePlatformFromTheStart() {
        assertThat(machine.get(DIRECTORY + Admin.PLATFORM).statusCode()).isEqualTo(200);
    }

    @Test
    void findsNeitherTheUnknownNorTheMalformed() {
        assertThat(machine.get(DIRECTORY + Admin.newKey()).statusCode()).isEqualTo(404);
        assertThat(machine.get(DIRECTORY + "not.a.key").statusCode()).isEqualTo(404);
    }

    @Test
    void findsAWorkspaceThatWasNotThereAMomentAgo() {
        String key = Admin.newKey();
        machine.get(DIRECTORY + key);

        admin.create(Map.of("workspaceId", key, "name", "Late"));

        assertThat(machine.get(DIRECTORY + key).statusCode()).isEqualTo(200);
    }

    @Test
    void isClosedToPeopleAndToMachinesOfOneWorkspaceAndWithoutTheScope() {
        String key = admin.newWorkspace();
        GraphQlCaller anybody = admin.anybody();

        assertThat(anybody.get(DIRECTORY + key).statusCode()).isEqualTo(401);
        assertThat(anybody.as(Admin.token().scopes("workspaces:read"))
                        .get(DIRECTORY + key)
                        .statusCode())
                .isEqualTo(403);
        assertThat(anybody.as(Admin.token().user("service:offers"))
                        .get(DIRECTORY + key)
                        .statusCode())
                .isEqualTo(403);
        assertThat(anybody.as(Admin.token()
                                .user("service:offers")
                                .scopes("workspaces:read")
                                .workspace(key))
                        .get(DIRECTORY + key)
                        .statusCode())
                .isEqualTo(403);
    }
}
