package io.missionbrief.leads.lead;

import io.missionbrief.leads.jooq.tables.records.LeadRawRecord;
import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.bulk.BulkInsert;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.NewObject;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Many leads arrive at once. However many, they are a few statements. */
@Component
public class AddLeads {

    private static final String DRAW = "select uuidv7() as id, now() as present from generate_series(1, ?)";

    private final TenantDatabase database;
    private final ChangeRecorder changes;

    AddLeads(TenantDatabase database, ChangeRecorder changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Makes all of the leads that can be made before the transaction that adds them: ids, references, rows, and their events,
     * sealed.
     *
     * @return one for each, in their order; made at the present time of the database
     */
    public List<PreparedLead> prepare(Actor actor, List<NewLead> newLeads) {
        if (newLeads.isEmpty()) {
            return List.of();
        }
        Result<Record> drawn = database.read(actor, sql -> sql.fetch(DRAW, newLeads.size()));
        List<LeadRecord> rows = new ArrayList<>(newLeads.size());
        for (int i = 0; i < newLeads.size(); i++) {
            UUID id = drawn.get(i).get("id", UUID.class);
            OffsetDateTime present = drawn.get(i).get("present", OffsetDateTime.class);
            rows.add(row(actor, present, id, newLeads.get(i)));
        }
        List<NewObject> events = changes.newInBulk(
                actor, LeadEvents.NEW, rows.stream().map(Lead::of).toList());
        List<PreparedLead> prepared = new ArrayList<>(newLeads.size());
        for (int i = 0; i < newLeads.size(); i++) {
            LeadRecord row = rows.get(i);
            prepared.add(new PreparedLead(row, raw(row, newLeads.get(i).raw()), events.get(i)));
        }
        return prepared;
    }

    /**
     * Adds prepared leads and tells of each.
     *
     * @throws org.jooq.exception.IntegrityConstraintViolationException when a lead with the same {@link SourceReference} is
     *     there, or one with a reference that was drawn: then others are to be prepared
     */
    public void execute(DSLContext transaction, Actor actor, List<PreparedLead> leads) {
        BulkInsert.insert(transaction, leads.stream().map(PreparedLead::row).toList());
        BulkInsert.insert(
                transaction,
                leads.stream().map(PreparedLead::raw).filter(Objects::nonNull).toList());
        changes.createdInBulk(
                transaction, actor, leads.stream().map(PreparedLead::event).toList());
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

    private static @Nullable LeadRawRecord raw(LeadRecord lead, @Nullable JsonDocument content) {
        if (content == null) {
            return null;
        }
        LeadRawRecord row = new LeadRawRecord();
        row.setWorkspaceId(lead.getWorkspaceId());
        row.setLeadId(lead.getId());
        row.setContent(content.column());
        return row;
    }
}
