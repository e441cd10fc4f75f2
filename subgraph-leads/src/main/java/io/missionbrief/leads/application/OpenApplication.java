package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import java.util.UUID;
import org.jooq.DSLContext;

/** The application that a new document or check belongs to. */
public final class OpenApplication {

    private OpenApplication() {}

    /**
     * The lead of an application that is not at its end, and is kept from reaching it until the transaction ends.
     * Refused when the caller sees none, or when it is decided or withdrawn; the input names it by {@code applicationId}.
     */
    public static Outcome<UUID> leadForShare(DSLContext transaction, UUID applicationId) {
        Application application = transaction
                .selectFrom(APPLICATION)
                .where(APPLICATION.ID.eq(applicationId))
                .forShare()
                .fetchOne(Application::of);
        if (application == null) {
            return Outcome.refused(UserError.notFound("applicationId", "application"));
        }
        return application.status().next().isEmpty()
                ? Outcome.refused(
                        UserErrorCode.NOT_ACTIVE,
                        "applicationId",
                        "The application is " + application.status() + ", which is its end: start another one")
                : Outcome.done(application.leadId());
    }
}
