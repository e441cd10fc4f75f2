package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.leads.application.OpenApplication;
import io.missionbrief.leads.application.RecordApplicationPart;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** A document of an application is noted. */
@Service
class AddApplicationDocument {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
    private static final Pattern SHA256 = Pattern.compile("\\p{XDigit}{64}");

    private final Mutations mutations;
    private final RecordApplicationPart parts;

    AddApplicationDocument(Mutations mutations, RecordApplicationPart parts) {
        this.mutations = mutations;
        this.parts = parts;
    }

    Outcome<ApplicationDocument> execute(Actor actor, AddApplicationDocumentInput input) {
        UUID applicationId = ObjectId.parse("input.applicationId", input.applicationId());
        return check(input)
                .then(() -> mutations.run(
                        actor,
                        new Mutation("addApplicationDocument", input.idempotencyKey(), input),
                        transaction -> OpenApplication.leadForShare(transaction, applicationId)
                                .then(leadId -> add(transaction, actor, applicationId, leadId, input)),
                        ApplicationDocument::id,
                        ApplicationDocument.TABLE::find));
    }

    private static InputCheck check(AddApplicationDocumentInput input) {
        return new InputCheck()
                .text("fileName", input.fileName(), 255)
                .that(
                        !input.fileName().contains("/") && !input.fileName().contains("\\"),
                        "fileName",
                        "'fileName' has a path: give the last part of it")
                .text("mediaType", input.mediaType(), 127)
                .that(
                        MEDIA_TYPE.matcher(lowerCase(input.mediaType())).matches(),
                        "mediaType",
                        "'mediaType' is not a media type: give one such as application/pdf")
                .range("sizeBytes", input.sizeBytes(), 1, Integer.MAX_VALUE)
                .that(
                        SHA256.matcher(input.sha256()).matches(),
                        "sha256",
                        "'sha256' is not a SHA-256: give 64 hexadecimal digits");
    }

    private Outcome<ApplicationDocument> add(
            DSLContext transaction, Actor actor, UUID applicationId, UUID leadId, AddApplicationDocumentInput input) {
        ApplicationDocument document = transaction
                .insertInto(APPLICATION_DOCUMENT)
                .set(APPLICATION_DOCUMENT.APPLICATION_ID, applicationId)
                .set(APPLICATION_DOCUMENT.KIND, input.kind().name())
                .set(APPLICATION_DOCUMENT.FILE_NAME, input.fileName().strip())
                .set(APPLICATION_DOCUMENT.MEDIA_TYPE, lowerCase(input.mediaType()))
                .set(APPLICATION_DOCUMENT.SIZE_BYTES, input.sizeBytes())
                .set(APPLICATION_DOCUMENT.SHA256, lowerCase(input.sha256()))
                .set(APPLICATION_DOCUMENT.CREATED_BY, actor.userId())
                .onConflict(
                        APPLICATION_DOCUMENT.WORKSPACE_ID,
                        APPLICATION_DOCUMENT.APPLICATION_ID,
                        APPLICATION_DOCUMENT.SHA256)
                .doNothing()
                .returning()
                .fetchOne(ApplicationDocument::of);
        return document == null
                ? Outcome.refused(
                        UserErrorCode.ALREADY_EXISTS,
                        "sha256",
                        "The application has a document with this content already")
                : Outcome.done(parts.created(transaction, actor, DocumentEvents.ADDED, leadId, document));
    }

    private static String lowerCase(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
