package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.AddLeads;
import io.missionbrief.leads.lead.FindSameLeads;
import io.missionbrief.leads.lead.FindSameLeads.SameLeads;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.PreparedLead;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Component;

/** Makes the leads of a batch of lines, writes the report and moves the import on: all of it or nothing. */
@Component
class CommitBatch {

    /** Each of them finds what the one before it has met. */
    private static final int TRIES = 10;

    private static final String UNIQUE_VIOLATION = "23505";

    /** One import of a workspace at a time, so that each sees the leads of the other. */
    private static final String TURN = """
            select pg_advisory_xact_lock(hashtextextended('lead_import ' || cast(? as text), 0))
            """;

    private final TenantDatabase database;
    private final FindSameLeads sameLeads;
    private final AddLeads addLeads;
    private final ReportLines report;
    private final RunningImports running;

    CommitBatch(
            TenantDatabase database,
            FindSameLeads sameLeads,
            AddLeads addLeads,
            ReportLines report,
            RunningImports running) {
        this.database = database;
        this.sameLeads = sameLeads;
        this.addLeads = addLeads;
        this.report = report;
        this.running = running;
    }

    /**
     * Commits a batch.
     *
     * @param before the import as this upload has left it
     * @return the import after it
     * @throws LostImportException when the import went on without this upload
     */
    LeadImport execute(Actor actor, LeadImport before, List<LeadImportDuplicateKey> duplicatesBy, Batch batch) {
        Batch tried = batch;
        for (int triesLeft = TRIES; true; triesLeft--) {
            try {
                return commit(actor, before, duplicatesBy, tried);
            } catch (RequestException collision) {
                if (triesLeft == 1 || collision.code() != ErrorCode.CONFLICT) {
                    throw collision;
                }
            }
            // The references that are drawn now are others.
            tried = batch.prepared(addLeads.prepare(actor, batch.newLeads()));
        }
    }

    /** @throws RequestException CONFLICT when somebody else got ahead: the next try sees what they did */
    private LeadImport commit(Actor actor, LeadImport before, List<LeadImportDuplicateKey> duplicatesBy, Batch batch) {
        try {
            return database.write(actor, transaction -> commit(transaction, actor, before, duplicatesBy, batch));
        } catch (DataAccessException failure) {
            if (!UNIQUE_VIOLATION.equals(failure.sqlState())) {
                throw failure;
            }
            // A drawn reference is taken, or a lead that the same source names so was made since it was looked for.
            throw new RequestException(ErrorCode.CONFLICT, "A lead of the file was made by somebody else; try again");
        }
    }

    private LeadImport commit(
            DSLContext transaction,
            Actor actor,
            LeadImport before,
            List<LeadImportDuplicateKey> duplicatesBy,
            Batch batch) {
        transaction.execute(TURN, actor.requireWorkspace().value());
        running.lock(transaction, before);
        Identities identities = new Identities(duplicatesBy);
        SameLeads there = sameLeads.find(transaction, identities.wanted(batch.newLeads()));
        Sorted sorted = sorted(batch, identities, there);
        addLeads.execute(transaction, actor, sorted.leads);
        report.write(transaction, actor, before.id(), sorted.entries);
        int created = sorted.leads.size();
        int rejected = batch.lines().size() - batch.leads().size();
        LineCounts counts =
                before.counts().plus(created, batch.lines().size() - created - rejected, rejected, batch.lastLine());
        return running.progress(transaction, actor, before, counts, batch.recordsHash());
    }

    /**
     * What becomes of the lines of a batch.
     *
     * @param leads to be made
     * @param entries of the report
     */
    private record Sorted(List<PreparedLead> leads, List<ReportLines.Entry> entries) {}

    private static Sorted sorted(Batch batch, Identities identities, SameLeads there) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        Iterator<PreparedLead> prepared = batch.leads().iterator();
        for (ReadLine line : batch.lines()) {
            NewLead lead = line.lead();
            if (lead == null) {
                ReportLines.Entry.of(line).forEach(sorted.entries::add);
                continue;
            }
            PreparedLead ready = prepared.next();
            ReportLines.Entry duplicate = identities.duplicate(line.line(), lead, there);
            if (duplicate == null) {
                identities.taken(lead, ready.id());
                sorted.leads.add(ready);
            } else {
                sorted.entries.add(duplicate);
            }
        }
        return sorted;
    }
}
