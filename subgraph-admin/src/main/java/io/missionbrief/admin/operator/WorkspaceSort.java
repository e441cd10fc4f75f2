package io.missionbrief.admin.operator;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.jooq.tables.records.WorkspaceRecord;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.SortDirection;
import org.jooq.TableField;

/** An order of workspaces. Each has its index, which ends with the key. */
record WorkspaceSort(WorkspaceSortField field, SortDirection direction) {

    static final WorkspaceSort NEWEST_FIRST = new WorkspaceSort(WorkspaceSortField.CREATED_AT, SortDirection.DESC);

    /** By what workspaces can be ordered. */
    enum WorkspaceSortField {
        CREATED_AT,
        NAME
    }

    Keyset<WorkspaceRecord> keyset() {
        return Keyset.of(WORKSPACE, direction.of(column()), direction.of(WORKSPACE.WORKSPACE_ID));
    }

    private TableField<WorkspaceRecord, ?> column() {
        return switch (field) {
            case CREATED_AT -> WORKSPACE.CREATED_AT;
            case NAME -> WORKSPACE.NAME_KEY;
        };
    }
}
