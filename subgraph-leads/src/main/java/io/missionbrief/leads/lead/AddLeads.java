package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRawRecord;
import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.bulk.BulkInsert;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.NewObjects;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Many leads arrive at once. However many, they are a few statements. */
@Component
public class AddLeads {

    private static final String DRAW_IDS = "select uuidv7() as id from generate_series(1, ?)";

    private final ChangeRecorder changes;

    AddLeads(ChangeRecorder changes) {
        this.changes = changes;
    }

    /**
     * Makes leads and tells of each.
     *
     * @param at when: the database's present time
     * @return the id of each, in their order
     * @throws org.jooq.exception.IntegrityConstraintViolationException when a lead with the same {@link SourceReference} is
     *     there
     */
    public List<UUID> execute(DSLContext transaction, Actor actor, OffsetDateTime at, List<NewLead> newLeads) {
        if (newLeads.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = transaction.fetch(DRAW_IDS, newLeads.size()).getValues("id", UUID.class);
        List<LeadRecord> rows = new ArrayList<>(newLeads.size());
        List<LeadRawRecord> raw = new ArrayList<>();
        for (int i = 0; i < newLeads.size(); i++) {
            NewLead lead = newLeads.get(i);
            rows.add(row(actor, at, ids.get(i), lead));
            JsonDocument content = lead.raw();
            if (content != null) {
                raw.add(row(actor, ids.get(i), content));
            }
        }
        List<Lead> leads = rows.stream().map(Lead::of).toList();
        // Beside the inserts: it keeps a processor busy while PostgreSQL does.
        CompletableFuture<NewObjects> events =
                CompletableFuture.supplyAsync(() -> changes.newInBulk(actor, LeadEvents.NEW, leads));
        BulkInsert.insert(transaction, rows);
        BulkInsert.insert(transaction, raw);
        changes.createdInBulk(transaction, events.join());
        return ids;
    }

    private static LeadRecord row(Actor actor, OffsetDateTime at, UUID id, NewLead lead) {
        LeadRecord row = new LeadRecord();
        row.setWorkspaceId(actor.requireWorkspace().value());
        row.setId(id);
        row.setReference(Reference.random().value());
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
        row.setCreatedBy(actor.userId());
        row.setCreatedAt(at);
        row.setUpdatedAt(at);
        return row;
    }

    private static LeadRawRecord row(Actor actor, UUID leadId, JsonDocument content) {
        LeadRawRecord row = new LeadRawRecord();
        row.setWorkspaceId(actor.requireWorkspace().value());
        row.setLeadId(leadId);
        row.setContent(content.column());
        return row;
    }
}
