package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mutation of an import answers: the import and where to upload its file, or why nothing changed. */
record LeadImportPayload(
        @Nullable LeadImport leadImport, @Nullable LeadImportUpload upload, List<UserError> userErrors) {

    static LeadImportPayload of(UploadUrl urls, Actor actor, Outcome<Addressed> outcome) {
        return outcome.fold(
                addressed -> new LeadImportPayload(addressed.leadImport(), urls.upload(actor, addressed), List.of()),
                errors -> new LeadImportPayload(null, null, errors));
    }
}
