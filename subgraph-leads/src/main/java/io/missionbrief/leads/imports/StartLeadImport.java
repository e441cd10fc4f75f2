package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** A file is announced, and gets an address for its upload. */
@Service
class StartLeadImport {

    private static final int FILE_NAME_LENGTH = 255;

    private final Mutations mutations;
    private final ChangeRecorder changes;
    private final UploadAddresses addresses;

    StartLeadImport(Mutations mutations, ChangeRecorder changes, UploadAddresses addresses) {
        this.mutations = mutations;
        this.changes = changes;
        this.addresses = addresses;
    }

    Outcome<Addressed> execute(Actor actor, StartLeadImportInput input) {
        InputCheck check = new InputCheck().text("fileName", input.fileName(), FILE_NAME_LENGTH);
        return MappingRules.check(check, input.mapping())
                .then(() -> mutations.run(
                        actor,
                        new Mutation("startLeadImport", input.idempotencyKey(), input),
                        transaction -> Outcome.done(addresses.give(transaction, insert(transaction, actor, input))),
                        Addressed::id,
                        addresses::giveAnew));
    }

    private LeadImport insert(DSLContext transaction, Actor actor, StartLeadImportInput input) {
        LeadImport prepared = transaction
                .insertInto(LEAD_IMPORT)
                .set(LEAD_IMPORT.FILE_NAME, input.fileName().strip())
                .set(LEAD_IMPORT.MAPPING, JsonDocument.ofInput(input.mapping()).column())
                .set(LEAD_IMPORT.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(LeadImport::of);
        return changes.created(transaction, actor, LeadImportEvents.PREPARED, prepared);
    }
}
