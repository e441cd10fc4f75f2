package io.missionbrief.admin.directory;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.missionbrief.subgraph.security.WorkspaceDirectory;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The directory as the table has it. Admin asks it for each request, so it remembers for a moment which workspaces there
 * are; one that it does not find is looked up again, for it may just have been created.
 */
@Component
class WorkspaceTable implements WorkspaceDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int KEPT = 10_000;

    private final WorkerDatabase database;
    private final Cache<WorkspaceId, String> statuses =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(REMEMBERED).build();

    WorkspaceTable(WorkerDatabase database) {
        this.database = database;
    }

    @Override
    public boolean knows(WorkspaceId id) {
        return status(id).isPresent();
    }

    /** The status of the workspace; empty when there is none with this key. */
    Optional<String> status(WorkspaceId id) {
        String known = statuses.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = database.read(sql -> sql.select(WORKSPACE.STATUS)
                .from(WORKSPACE)
                .where(WORKSPACE.WORKSPACE_ID.eq(id.value()))
                .fetchOptional(WORKSPACE.STATUS));
        found.ifPresent(status -> statuses.put(id, status));
        return found;
    }
}
