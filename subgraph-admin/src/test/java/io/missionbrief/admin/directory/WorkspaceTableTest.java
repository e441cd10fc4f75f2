package io.missionbrief.admin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.admin.Admin;
import io.missionbrief.admin.AdminTest;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.security.WorkspaceStanding;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@AdminTest
class WorkspaceTableTest {

    @LocalServerPort
    int port;

    @Value("${mission-brief.database.url}")
    String url;

    @Value("${mission-brief.database.passwords.owner}")
    String ownerPassword;

    @Autowired
    WorkerDatabase database;

    /** Nobody could open it again otherwise, nor any other one. */
    @Test
    void theWorkspaceOfThePlatformIsOpenEvenWhereItIsSuspended() throws SQLException {
        String key = Admin.at(port).newWorkspace();
        suspend(key);

        assertThat(new WorkspaceTable(database, key).standing(new WorkspaceId(key)))
                .isEqualTo(WorkspaceStanding.OPEN);
        assertThat(new WorkspaceTable(database, Admin.PLATFORM).standing(new WorkspaceId(key)))
                .isEqualTo(WorkspaceStanding.SUSPENDED);
    }

    private void suspend(String key) throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, "admin_owner", ownerPassword);
                var suspend =
                        owner.prepareStatement("update workspace set status = 'SUSPENDED' where workspace_id = ?")) {
            suspend.setString(1, key);
            suspend.execute();
        }
    }
}
