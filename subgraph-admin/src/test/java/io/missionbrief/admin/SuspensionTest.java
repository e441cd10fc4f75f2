package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@AdminTest
class SuspensionTest {

    private static final String WORKSPACE = "{ workspace { id } }";

    @LocalServerPort
    int port;

    @Value("${mission-brief.database.url}")
    String database;

    @Value("${mission-brief.database.passwords.owner}")
    String ownerPassword;

    Admin admin;
    String suspended;

    @BeforeEach
    void suspendAWorkspace() throws SQLException {
        admin = Admin.at(port);
        suspended = admin.newWorkspace();
        try (Connection owner = DriverManager.getConnection(database, "admin_owner", ownerPassword);
                var suspend =
                        owner.prepareStatement("update workspace set status = 'SUSPENDED' where workspace_id = ?")) {
            suspend.setString(1, suspended);
            suspend.execute();
        }
    }

    @Test
    void whoWorksInASuspendedWorkspaceIsRefusedAndToldTheWayOut() {
        HttpResponse<String> answer = admin.in(suspended).send(WORKSPACE, Map.of());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("FORBIDDEN")
                .contains(suspended + " is suspended: ask the operators of the platform");
    }

    @Test
    void theOtherSubgraphsAreTold() {
        GraphQlCaller machine =
                admin.anybody().as(Admin.token().user("service:offers").scopes("workspaces:read"));

        assertThat(machine.get("/directory/workspaces/" + suspended).body()).contains("\"status\":\"SUSPENDED\"");
    }

    @Test
    void theOperatorsOfThePlatformGoOn() {
        assertThat(admin.operator().send(WORKSPACE, Map.of()).statusCode()).isEqualTo(200);
    }
}
