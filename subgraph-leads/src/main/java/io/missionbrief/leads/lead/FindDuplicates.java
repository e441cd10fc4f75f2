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
import org.jooq.Field;
import org.jooq.SelectUnionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;

/** Finds leads of one workspace that may be the same person: those with the same email or phone. */
@Service
class FindDuplicates {

    private static final int MAXIMUM = 20;

    private static final Field<UUID> WANTED_ID = DSL.field(DSL.name("wanted", "id"), LEAD.ID.getDataType());
    private static final Field<String> EMAIL_KEY = DSL.field(DSL.name("subject", "email_key"), String.class);
    private static final Field<String> PHONE = DSL.field(DSL.name("subject", "phone"), String.class);

    private final TenantDatabase database;

    FindDuplicates(TenantDatabase database) {
        this.database = database;
    }

    /**
     * The others for each lead, the oldest first, by one statement:
     *
     * <pre>{@code
     * select wanted.id, duplicate.* from unnest(?) as wanted (id),
     *     lateral (select email_key, phone from lead where id = wanted.id limit 1) as subject,
     *     lateral (
     *         (select * from lead where email_key = subject.email_key and id <> wanted.id order by id limit 20)
     *         union
     *         (select * from lead where phone = subject.phone and id <> wanted.id order by id limit 20)
     *         order by id limit 20
     *     ) as duplicate
     * }</pre>
     *
     * A lead without duplicates is not in the map.
     */
    Map<UUID, List<Lead>> of(Actor actor, Set<UUID> leadIds) {
        return database.read(actor, sql -> find(sql, leadIds));
    }

    private static Map<UUID, List<Lead>> find(DSLContext sql, Set<UUID> leadIds) {
        var subject = sql.select(LEAD.EMAIL_KEY, LEAD.PHONE)
                .from(LEAD)
                .where(LEAD.ID.eq(WANTED_ID))
                .limit(DSL.inline(1))
                .asTable("subject");
        var duplicate = others(sql, LEAD.EMAIL_KEY.eq(EMAIL_KEY))
                .union(others(sql, LEAD.PHONE.eq(PHONE)))
                .orderBy(DSL.field(LEAD.ID.getUnqualifiedName()))
                .limit(DSL.inline(MAXIMUM))
                .asTable("duplicate");
        var leadId = WANTED_ID.as("lead_id");
        return sql.select(leadId)
                .select(duplicate.fields())
                .from(DSL.unnest(leadIds).as("wanted", "id"))
                .crossJoin(DSL.lateral(subject))
                .crossJoin(DSL.lateral(duplicate))
                .orderBy(duplicate.field(LEAD.ID))
                .fetchGroups(leadId, row -> Lead.of(row.into(LEAD)));
    }

    private static SelectUnionStep<LeadRecord> others(DSLContext sql, Condition same) {
        return sql.selectFrom(LEAD)
                .where(same, LEAD.ID.ne(WANTED_ID))
                .orderBy(LEAD.ID)
                .limit(DSL.inline(MAXIMUM));
    }
}
