package io.missionbrief.admin.workspace;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.jooq.tables.records.WorkspaceRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Workspaces, as far as the caller may see them. */
@Repository
public class Workspaces {

    static final VersionedTable<WorkspaceRecord, Workspace> WORKSPACES =
            new VersionedTable<>(WORKSPACE, "workspace", Workspace::of);

    private final TenantDatabase database;

    Workspaces(TenantDatabase database) {
        this.database = database;
    }

    /** The workspace that the actor is bound to. */
    @Nullable
    Workspace bound(Actor actor) {
        WorkspaceId id = actor.requireWorkspace();
        return database.read(
                actor,
                sql -> sql.selectFrom(WORKSPACE)
                        .where(WORKSPACE.WORKSPACE_ID.eq(id.value()))
                        .fetchOne(Workspace::of));
    }

    /** Those of the workspaces that the actor may see, by key. Needs no workspace: anybody sees where they have a role. */
    public Map<String, Workspace> byIds(Actor actor, Collection<String> ids) {
        return database.readAsUser(
                actor,
                sql -> sql.selectFrom(WORKSPACE)
                        .where(WORKSPACE.WORKSPACE_ID.eq(DSL.any(ids.toArray(String[]::new))))
                        .fetchMap(WORKSPACE.WORKSPACE_ID, Workspace::of));
    }
}
