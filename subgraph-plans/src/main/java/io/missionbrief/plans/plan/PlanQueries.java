package io.missionbrief.plans.plan;

import static io.missionbrief.plans.jooq.Tables.PLAN;

import io.missionbrief.plans.jooq.tables.records.PlanRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code plan}. */
@Repository
public class PlanQueries {

    static final VersionedTable<PlanRecord, Plan> PLANS = new VersionedTable<>(PLAN, "plan", Plan::of);

    private final TenantDatabase database;
    private final Pages pages;

    PlanQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Connection<Plan> page(Actor actor, PlanFilter filter, PlanSort sort, PageRequest page) {
        return pages.page(actor, sort.keyset(), filter.condition(), page, Plan::of);
    }

    /** The plans with these ids, as far as the actor may see them. */
    public Map<UUID, Plan> byId(Actor actor, Set<UUID> ids) {
        return database.read(actor, query -> RowsById.fetch(query, PLAN, PLAN.ID, ids, Plan::of));
    }

    @Nullable
    Plan byCode(Actor actor, PlanCode code) {
        return database.read(
                actor,
                query ->
                        query.selectFrom(PLAN).where(PLAN.CODE.eq(code.value())).fetchOne(Plan::of));
    }

    /** The new plan; null when the workspace has one with this code. */
    @Nullable
    Plan insert(DSLContext transaction, PlanRecord plan) {
        return transaction
                .insertInto(PLAN)
                .set(plan)
                .onConflict(PLAN.WORKSPACE_ID, PLAN.CODE)
                .doNothing()
                .returning()
                .fetchOne(Plan::of);
    }
}
