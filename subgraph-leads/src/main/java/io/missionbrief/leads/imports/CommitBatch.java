package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.AddLeads;
import io.missionbrief.leads.lead.FindSameLeads;
import io.missionbrief.leads.lead.FindSameLeads.SameLeads;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the leads of a batch of lines, writes the report and moves the import on: all of it or nothing. */
@Component
class CommitBatch {

    private static final int TRIES = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    /** One import of a workspace at a time, so that each sees the leads of the other. */
    private static final String TURN = """
            select clock_timestamp() as present
            from pg_advisory_xact_lock(hashtextextended('lead_import ' || cast(? as text), 0))
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
        for (int attempt = 1; true; attempt++) {
            try {
                return database.write(actor, transaction -> commit(transaction, actor, before, duplicatesBy, batch));
            } catch (RequestException collision) {
                if (attempt == TRIES || collision.code() != ErrorCode.CONFLICT) {
                    throw collision;
                }
            } catch (DataAccessException failure) {
                // A reference that was drawn is taken: seldom, but a file has many lines.
                if (attempt == TRIES || !failure.sqlState().equals(UNIQUE_VIOLATION)) {
                    throw failure;
                }
            }
        }
    }

    private LeadImport commit(
            DSLContext transaction,
            Actor actor,
            LeadImport before,
            List<LeadImportDuplicateKey> duplicatesBy,
            Batch batch) {
        OffsetDateTime present =
                transaction.fetchSingle(TURN, actor.requireWorkspace().value()).get("present", OffsetDateTime.class);
        running.lock(transaction, before);
        Identities identities = new Identities(duplicatesBy);
        batch.lines().forEach(line -> identities.note(line.lead()));
        SameLeads there =
                sameLeads.find(transaction, identities.externalReferences(), identities.emails(), identities.phones());
        Sorted sorted = sorted(batch, identities, there);
        List<@Nullable UUID> made = addLeads.execute(transaction, actor, present, sorted.newLeads);
        int refusedByIndex = refusedByIndex(transaction, sorted, made);
        report.write(transaction, actor, before.id(), sorted.entries, made);
        int created = sorted.newLeads.size() - refusedByIndex;
        int rejected =
                (int) batch.lines().stream().filter(line -> line.lead() == null).count();
        LineCounts counts =
                before.counts().plus(created, batch.lines().size() - created - rejected, rejected, batch.lastLine());
        return running.progress(transaction, actor, before, counts, batch.recordsHash());
    }

    /**
     * What becomes of the lines of a batch.
     *
     * @param newLeads to be made
     * @param lines of the file, one for each new lead
     * @param entries of the report
     */
    private record Sorted(List<NewLead> newLeads, List<ReadLine> lines, List<ReportLines.Entry> entries) {}

    private static Sorted sorted(Batch batch, Identities identities, SameLeads there) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ReadLine line : batch.lines()) {
            NewLead lead = line.lead();
            if (lead == null) {
                ReportLines.Entry.of(line).forEach(sorted.entries::add);
                continue;
            }
            ReportLines.Entry duplicate = identities.duplicate(line.line(), lead, there);
            if (duplicate == null) {
                identities.taken(lead, sorted.newLeads.size());
                sorted.newLeads.add(lead);
                sorted.lines.add(line);
            } else {
                sorted.entries.add(duplicate);
            }
        }
        return sorted;
    }

    /** Leads of the same source with the same external reference, where that is no duplicate by the mapping. */
    private int refusedByIndex(DSLContext transaction, Sorted sorted, List<@Nullable UUID> made) {
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i) == null) {
                refused.add(i);
            }
        }
        if (!refused.isEmpty()) {
            List<String> references = refused.stream()
                    .map(i -> String.valueOf(sorted.newLeads.get(i).externalReference()))
                    .toList();
            SameLeads there = sameLeads.find(transaction, references, List.of(), List.of());
            for (int i : refused) {
                sorted.entries.add(Identities.sameReference(sorted.lines.get(i).line(), sorted.newLeads.get(i), there));
            }
        }
        return refused.size();
    }
}
