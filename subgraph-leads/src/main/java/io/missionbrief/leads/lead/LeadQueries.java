package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;
import static io.missionbrief.leads.jooq.Tables.LEAD_RAW;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads leads as far as the caller may see them: row-level security decides, so that no query names the workspace. */
@Repository
public class LeadQueries {

    static final VersionedTable<LeadRecord, Lead> LEADS = new VersionedTable<>(LEAD, "lead", Lead::of);

    private final TenantDatabase database;
    private final Pages pages;

    LeadQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Connection<Lead> page(Actor actor, Condition filter, Keyset<LeadRecord> order, PageRequest page) {
        return pages.page(actor, order, filter, page, Lead::of);
    }

    @Nullable
    Lead byId(Actor actor, UUID id) {
        return database.<@Nullable Lead>read(actor, sql -> LEADS.find(sql, id));
    }

    @Nullable
    Lead byReference(Actor actor, Reference reference) {
        return database.<@Nullable Lead>read(
                actor,
                sql -> sql.selectFrom(LEAD)
                        .where(LEAD.REFERENCE.eq(reference.value()))
                        .fetchOne(Lead::of));
    }

    /** The leads with these ids that the caller sees, by one statement. */
    public Map<UUID, Lead> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, sql -> RowsById.fetch(sql, LEAD, LEAD.ID, ids, Lead::of));
    }

    /**
     * What arrived last of each lead, by one statement; a lead that was made without is not in the map.
     *
     * <pre>{@code
     * select wanted.id, newest.content from unnest(?) as wanted (id), lateral (
     *     select content from lead_raw where lead_id = wanted.id order by id desc limit 1
     * ) as newest
     * }</pre>
     */
    Map<UUID, JsonDocument> raw(Actor actor, Set<UUID> leadIds) {
        var wantedId = DSL.field(DSL.name("wanted", "id"), LEAD.ID.getDataType());
        var newest = DSL.select(LEAD_RAW.CONTENT)
                .from(LEAD_RAW)
                .where(LEAD_RAW.LEAD_ID.eq(wantedId))
                .orderBy(LEAD_RAW.ID.desc())
                .limit(DSL.inline(1))
                .asTable("newest");
        return database.read(
                actor,
                sql -> sql.select(wantedId, newest.field(LEAD_RAW.CONTENT))
                        .from(DSL.unnest(leadIds).as("wanted", "id"))
                        .crossJoin(DSL.lateral(newest))
                        .fetchMap(Record2::value1, row -> JsonDocument.of(row.value2())));
    }

    /**
     * Where a lead stands, and stays until the end of the transaction; null when the caller sees no lead with this id.
     */
    public static @Nullable LeadStatus statusForShare(DSLContext transaction, UUID id) {
        return transaction
                .select(LEAD.STATUS)
                .from(LEAD)
                .where(LEAD.ID.eq(id))
                .forShare()
                .fetchOne(row -> LeadStatus.valueOf(row.value1()));
    }
}
