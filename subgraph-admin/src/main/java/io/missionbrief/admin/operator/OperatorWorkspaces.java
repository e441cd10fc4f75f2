package io.missionbrief.admin.operator;

import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.workspace.Workspace;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.OperatorRead;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All workspaces, for operators of the platform: others are refused. */
@Repository
class OperatorWorkspaces {

    private final OperatorDatabase operators;
    private final Pages pages;

    OperatorWorkspaces(OperatorDatabase operators, Pages pages) {
        this.operators = operators;
        this.pages = pages;
    }

    Connection<Workspace> page(Actor actor, @Nullable WorkspaceFilter filter, WorkspaceSort sort, PageRequest page) {
        OperatorDatabase.Recorded read = operators.record(actor, OperatorRead.list("operatorWorkspaces"));
        return pages.of(read)
                .page(
                        actor,
                        sort.keyset(),
                        filter == null ? DSL.noCondition() : filter.condition(),
                        page,
                        Workspace::of);
    }

    @Nullable
    Workspace byKey(Actor actor, String key) {
        return operators.<@Nullable Workspace>read(
                actor,
                OperatorRead.one("operatorWorkspace", key),
                sql -> sql.selectFrom(WORKSPACE)
                        .where(WORKSPACE.WORKSPACE_ID.eq(key))
                        .fetchOne(Workspace::of));
    }
}
