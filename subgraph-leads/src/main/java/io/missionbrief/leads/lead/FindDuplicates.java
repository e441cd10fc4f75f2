package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectUnionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/** Finds leads of one workspace that may be the same person: those with the same email or phone. */
@Service
class FindDuplicates {

    private static final int MAXIMUM = 20;

    private static final io.missionbrief.leads.jooq.tables.Lead OTHER = LEAD.as("other");

    private final TenantDatabase database;

    FindDuplicates(TenantDatabase database) {
        this.database = database;
    }

    /**
     * The others for each lead, the oldest first, by one statement:
     *
     * <pre>{@code
     * select lead.id, duplicate.* from lead, lateral (
     *     (select * from lead other where other.email_key = lead.email_key and other.id <> lead.id order by id limit 20)
     *     union
     *     (select * from lead other where other.phone = lead.phone and other.id <> lead.id order by id limit 20)
     *     order by id limit 20
     * ) as duplicate
     * where lead.id in (...)
     * }</pre>
     *
     * A lead without duplicates is not in the map.
     */
    Map<UUID, List<Lead>> of(Actor actor, Set<UUID> leadIds) {
        return database.read(actor, sql -> find(sql, leadIds));
    }

    private static Map<UUID, List<Lead>> find(DSLContext sql, Set<UUID> leadIds) {
        var duplicate = others(sql, OTHER.EMAIL_KEY.eq(LEAD.EMAIL_KEY))
                .union(others(sql, OTHER.PHONE.eq(LEAD.PHONE)))
                .orderBy(DSL.field(OTHER.ID.getUnqualifiedName()))
                .limit(DSL.inline(MAXIMUM))
                .asTable("duplicate");
        var leadId = LEAD.ID.as("lead_id");
        return sql.select(leadId)
                .select(duplicate.fields())
                .from(LEAD)
                .crossJoin(DSL.lateral(duplicate))
                .where(LEAD.ID.in(leadIds))
                .orderBy(duplicate.field(OTHER.ID))
                .fetchGroups(leadId, row -> Lead.of(row.into(LEAD)));
    }

    private static SelectUnionStep<LeadRecord> others(DSLContext sql, Condition same) {
        return sql.selectFrom(OTHER)
                .where(same, OTHER.ID.ne(LEAD.ID))
                .orderBy(OTHER.ID)
                .limit(DSL.inline(MAXIMUM));
    }
}
