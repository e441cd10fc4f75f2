package io.missionbrief.admin.directory;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.security.WorkspaceDirectory;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.security.WorkspaceStanding;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The directory as the table has it. Admin asks it for each request, so it remembers for a moment which workspaces there
 * are; one that it does not find is looked up again, for it may just have been created.
 */
@Component
class WorkspaceTable implements WorkspaceDirectory {

    private static final String ACTIVE = "ACTIVE";
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int KEPT = 10_000;

    private final WorkerDatabase database;
    private final WorkspaceId platform;
    private final Cache<WorkspaceId, String> statuses =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(REMEMBERED).build();

    WorkspaceTable(WorkerDatabase database, @Value("${mission-brief.platform-workspace}") String platform) {
        this.database = database;
        this.platform = new WorkspaceId(platform);
    }

    @Override
    public WorkspaceStanding standing(WorkspaceId id) {
        return status(id)
                .map(status -> status.equals(ACTIVE) ? WorkspaceStanding.OPEN : WorkspaceStanding.SUSPENDED)
                .orElse(WorkspaceStanding.UNKNOWN);
    }

    /**
     * The status of the workspace; empty when there is none with this key. That of the platform is always active: from
     * there the others are opened again.
     */
    Optional<String> status(WorkspaceId id) {
        String known = statuses.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = database.read(sql -> sql.select(WORKSPACE.STATUS)
                        .from(WORKSPACE)
                        .where(WORKSPACE.WORKSPACE_ID.eq(id.value()))
                        .fetchOptional(WORKSPACE.STATUS))
                .map(status -> id.equals(platform) ? ACTIVE : status);
        found.ifPresent(status -> statuses.put(id, status));
        return found;
    }
}
