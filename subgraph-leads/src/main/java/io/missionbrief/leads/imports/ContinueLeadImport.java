package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** An import that failed, or whose address was lost or has expired, gets another address. */
@Service
class ContinueLeadImport {

    private final Mutations mutations;
    private final ChangeRecorder changes;
    private final UploadAddresses addresses;

    ContinueLeadImport(Mutations mutations, ChangeRecorder changes, UploadAddresses addresses) {
        this.mutations = mutations;
        this.changes = changes;
        this.addresses = addresses;
    }

    Outcome<Addressed> execute(Actor actor, ContinueLeadImportInput input) {
        UUID id = ObjectId.parse("input.importId", input.importId());
        return mutations.run(
                actor,
                new Mutation("continueLeadImport", input.idempotencyKey(), input),
                transaction -> lock(transaction, id)
                        .then(locked -> waiting(transaction, actor, locked))
                        .map(waiting -> addresses.give(transaction, waiting)),
                Addressed::id,
                addresses::giveAnew);
    }

    private static Outcome<LeadImport> lock(DSLContext transaction, UUID id) {
        LeadImport locked = LeadImportQueries.IMPORTS.lock(transaction, LEAD_IMPORT.ID.eq(id));
        return locked == null ? Outcome.refused(UserError.notFound("importId", "import")) : Outcome.done(locked);
    }

    private Outcome<LeadImport> waiting(DSLContext transaction, Actor actor, LeadImport locked) {
        return switch (locked.status()) {
            case WAITING -> Outcome.done(locked);
            case FAILED -> Outcome.done(reopen(transaction, actor, locked));
            case RUNNING -> refused("The import is RUNNING: wait until it is COMPLETED or FAILED");
            case COMPLETED -> refused("The import is COMPLETED: there is nothing left of it; start another one");
        };
    }

    private static Outcome<LeadImport> refused(String message) {
        return Outcome.refused(UserErrorCode.ILLEGAL_TRANSITION, "importId", message);
    }

    private LeadImport reopen(DSLContext transaction, Actor actor, LeadImport failed) {
        LeadImport waiting = LeadImportQueries.IMPORTS.update(
                transaction,
                failed,
                new ChangedColumns()
                        .set(LEAD_IMPORT.STATUS, LeadImportStatus.WAITING.name())
                        .set(LEAD_IMPORT.FAILURE_CODE, null)
                        .set(LEAD_IMPORT.FAILURE_LINE, null)
                        .set(LEAD_IMPORT.FAILURE_MESSAGE, null)
                        .set(LEAD_IMPORT.FINISHED_AT, null));
        return changes.changed(transaction, actor, LeadImportEvents.CONTINUED, failed, waiting);
    }
}
