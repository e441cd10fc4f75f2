package io.missionbrief.admin.opening;

import io.missionbrief.admin.workspace.PlanTier;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Opens the workspace of the platform's operators at the first start: somebody has to be there to open the others. */
@Component
class OpenPlatformWorkspace implements ApplicationRunner {

    private static final Duration TIME_TO_START = Duration.ofMinutes(5);

    private final TenantDatabase database;
    private final NewWorkspaces workspaces;
    private final WorkspaceId platform;

    OpenPlatformWorkspace(
            TenantDatabase database,
            NewWorkspaces workspaces,
            @Value("${mission-brief.platform-workspace}") String platform) {
        this.database = database;
        this.workspaces = workspaces;
        this.platform = new WorkspaceId(platform);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Actor installation = new Actor(
                Actor.SERVICE_PREFIX + "subgraph-admin",
                platform,
                Set.of("admin:access"),
                Set.of(),
                Instant.now().plus(TIME_TO_START));
        database.write(
                installation,
                transaction ->
                        workspaces.insert(transaction, installation, "Platform", PlanTier.ENTERPRISE, null, null));
    }
}
