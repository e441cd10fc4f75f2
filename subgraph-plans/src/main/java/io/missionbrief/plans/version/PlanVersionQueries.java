package io.missionbrief.plans.version;

import static io.missionbrief.plans.jooq.Tables.PLAN_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.missionbrief.plans.jooq.tables.records.PlanVersionRecord;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code plan_version}. */
@Repository
public class PlanVersionQueries {

    private static final Keyset<PlanVersionRecord> NEWEST_FIRST =
            Keyset.of(PLAN_VERSION, PLAN_VERSION.NUMBER.desc(), PLAN_VERSION.ID.desc());

    private final TenantDatabase database;
    private final Pages pages;

    PlanVersionQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Map<ChildPage<UUID>, Connection<PlanVersion>> ofPlans(Actor actor, Set<ChildPage<UUID>> plans) {
        return pages.pages(actor, NEWEST_FIRST, PLAN_VERSION.PLAN_ID, noCondition(), plans, PlanVersion::of);
    }

    /** The versions with these ids, as far as the actor may see them. */
    public Map<UUID, PlanVersion> byId(Actor actor, Set<UUID> ids) {
        return database.read(
                actor, query -> RowsById.fetch(query, PLAN_VERSION, PLAN_VERSION.ID, ids, PlanVersion::of));
    }

    /** The newest version of a plan that was published on that day (UTC) or before; null when there was none. */
    public @Nullable PlanVersion publishedBy(Actor actor, UUID plan, LocalDate day) {
        OffsetDateTime end = day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
        return database.read(
                actor,
                query -> query.selectFrom(PLAN_VERSION)
                        .where(PLAN_VERSION.PLAN_ID.eq(plan), PLAN_VERSION.PUBLISHED_AT.lt(end))
                        .orderBy(PLAN_VERSION.NUMBER.desc())
                        .limit(inline(1))
                        .fetchOne(PlanVersion::of));
    }

    @Nullable
    PlanVersion find(DSLContext transaction, UUID id) {
        return transaction
                .selectFrom(PLAN_VERSION)
                .where(PLAN_VERSION.ID.eq(id))
                .fetchOne(PlanVersion::of);
    }

    /** The new version with the next number of its plan, whose row is locked. */
    PlanVersion insert(DSLContext transaction, PlanVersionRecord version) {
        return transaction
                .insertInto(PLAN_VERSION)
                .set(version)
                .set(PLAN_VERSION.NUMBER, nextNumber(version.getPlanId()))
                .returning()
                .fetchSingle(PlanVersion::of);
    }

    PlanVersion retire(DSLContext transaction, UUID id, OffsetDateTime at) {
        return transaction
                .update(PLAN_VERSION)
                .set(PLAN_VERSION.RETIRED_AT, at)
                .set(PLAN_VERSION.VERSION, PLAN_VERSION.VERSION.plus(1))
                .where(PLAN_VERSION.ID.eq(id))
                .returning()
                .fetchSingle(PlanVersion::of);
    }

    private static Field<Integer> nextNumber(UUID plan) {
        return field(select(coalesce(max(PLAN_VERSION.NUMBER), inline(0)).plus(inline(1)))
                .from(PLAN_VERSION)
                .where(PLAN_VERSION.PLAN_ID.eq(plan)));
    }
}
