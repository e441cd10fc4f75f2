package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Many leads arrive at once. However many, they are a few statements. */
@Component
public class AddLeads {

    /** An array for each column: one row of parameters for each lead would take longer to bind than to insert. */
    private static final String INSERT_LEADS = """
            insert into lead (workspace_id, created_by, created_at, updated_at, status_changed_at, reference,
                external_reference, name, email, phone, company, source, source_detail, status, status_reason, owner_id,
                tags, score, fields, consent, consent_at, consent_source)
            select batch.workspace_id, batch.created_by, batch.at, batch.at, batch.at, line.reference,
                line.external_reference, line.name, line.email, line.phone, line.company, line.source, line.source_detail,
                line.status, line.status_reason, line.owner_id, cast(line.tags as text[]), line.score,
                cast(line.fields as jsonb), line.consent, case when line.consent <> 'UNKNOWN' then batch.at end,
                line.consent_source
            from (select cast(? as text), cast(? as text), cast(? as timestamptz)) as batch (workspace_id, created_by, at),
                unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as uuid[]), cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]))
                as line (reference, external_reference, name, email, phone, company, source, source_detail, status,
                    status_reason, owner_id, tags, score, fields, consent, consent_source)
            on conflict (workspace_id, external_reference, source, source_detail) where external_reference is not null
                do nothing
            returning id, reference
            """;

    private static final String INSERT_RAW = """
            insert into lead_raw (workspace_id, lead_id, content)
            select ?, raw.lead_id, cast(raw.content as jsonb)
            from unnest(cast(? as uuid[]), cast(? as text[])) as raw (lead_id, content)
            """;

    private final ChangeRecorder changes;

    AddLeads(ChangeRecorder changes) {
        this.changes = changes;
    }

    /**
     * Makes leads and tells of each.
     *
     * @param at when: the database's present time
     * @return the id of each, in their order; null where a lead of the same source has the external reference
     */
    public List<@Nullable UUID> execute(
            DSLContext transaction, Actor actor, OffsetDateTime at, List<NewLead> newLeads) {
        List<String> references =
                newLeads.stream().map(_ -> Reference.random().value()).toList();
        Map<String, UUID> made = insert(transaction, actor, at, newLeads, references);
        List<@Nullable UUID> ids = new ArrayList<>(newLeads.size());
        List<Lead> leads = new ArrayList<>(newLeads.size());
        List<UUID> rawIds = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        for (int i = 0; i < newLeads.size(); i++) {
            NewLead newLead = newLeads.get(i);
            UUID id = made.get(references.get(i));
            ids.add(id);
            if (id != null) {
                leads.add(lead(id, references.get(i), at, newLead));
                JsonDocument content = newLead.raw();
                if (content != null) {
                    rawIds.add(id);
                    raw.add(content.text());
                }
            }
        }
        if (!raw.isEmpty()) {
            transaction.execute(
                    INSERT_RAW,
                    actor.requireWorkspace().value(),
                    rawIds.toArray(UUID[]::new),
                    raw.toArray(String[]::new));
        }
        changes.createdInBulk(transaction, actor, LeadEvents.NEW, leads);
        return ids;
    }

    private static Map<String, UUID> insert(
            DSLContext transaction, Actor actor, OffsetDateTime at, List<NewLead> leads, List<String> references) {
        Map<String, UUID> made = HashMap.newHashMap(leads.size());
        transaction
                .fetch(
                        INSERT_LEADS,
                        actor.requireWorkspace().value(),
                        actor.userId(),
                        at,
                        references.toArray(String[]::new),
                        texts(leads, NewLead::externalReference),
                        texts(leads, NewLead::name),
                        texts(leads, NewLead::email),
                        texts(leads, NewLead::phone),
                        texts(leads, NewLead::company),
                        texts(leads, lead -> lead.source().name()),
                        texts(leads, NewLead::sourceDetail),
                        texts(leads, lead -> lead.status().name()),
                        texts(leads, NewLead::statusReason),
                        column(leads, NewLead::ownerId, UUID[]::new),
                        texts(leads, lead -> array(lead.tags())),
                        column(leads, NewLead::score, Integer[]::new),
                        texts(leads, lead -> lead.fields().text()),
                        texts(leads, lead -> lead.consent().name()),
                        texts(leads, NewLead::consentSource))
                .forEach(row -> made.put(row.get("reference", String.class), row.get("id", UUID.class)));
        return made;
    }

    private static @Nullable String[] texts(List<NewLead> leads, Function<NewLead, @Nullable String> value) {
        return column(leads, value, String[]::new);
    }

    private static <T> @Nullable T[] column(
            List<NewLead> leads, Function<NewLead, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return leads.stream().map(value).toArray(array);
    }

    /** As PostgreSQL writes an array: an array of arrays cannot have rows of different lengths. */
    private static String array(Tags tags) {
        StringBuilder text = new StringBuilder("{");
        for (String tag : tags.values()) {
            text.append(text.length() == 1 ? "\"" : ",\"")
                    .append(tag.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }

    /** By way of its row: what a file cannot give is without a value here as it is in the table. */
    private static Lead lead(UUID id, String reference, OffsetDateTime at, NewLead lead) {
        LeadRecord row = new LeadRecord();
        row.setId(id);
        row.setReference(reference);
        row.setExternalReference(lead.externalReference());
        row.setName(lead.name());
        row.setEmail(lead.email());
        row.setPhone(lead.phone());
        row.setCompany(lead.company());
        row.setSource(lead.source().name());
        row.setSourceDetail(lead.sourceDetail());
        row.setStatus(lead.status().name());
        row.setStatusReason(lead.statusReason());
        row.setStatusChangedAt(at);
        row.setOwnerId(lead.ownerId());
        row.setTags(lead.tags().column());
        row.setScore(lead.score());
        row.setFields(lead.fields().column());
        row.setConsent(lead.consent().name());
        row.setConsentAt(lead.consent() == ConsentStatus.UNKNOWN ? null : at);
        row.setConsentSource(lead.consentSource());
        row.setVersion(1);
        row.setCreatedAt(at);
        row.setUpdatedAt(at);
        return Lead.of(row);
    }
}
