package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** A draft is handed in. */
@Service
class SubmitApplication {

    private final ChangeVersioned change;

    SubmitApplication(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Application> execute(Actor actor, SubmitApplicationInput input) {
        return change.execute(
                actor,
                new Mutation("submitApplication", input.idempotencyKey(), input),
                ApplicationQueries.APPLICATIONS,
                input.seen(),
                ApplicationEvents.CREATED,
                (_, application) -> submit(application));
    }

    private static Outcome<ChangedColumns> submit(Application application) {
        if (application.status() != ApplicationStatus.DRAFT) {
            return Outcome.refused(
                    UserErrorCode.ILLEGAL_TRANSITION,
                    "applicationId",
                    application.status().cannotBecome(ApplicationStatus.SUBMITTED));
        }
        if (application.requestedPlanId() == null) {
            return Outcome.refused(
                    UserErrorCode.REQUIRED,
                    "applicationId",
                    "The application does not say what it asks for: give it a requestedPlanId with updateApplication");
        }
        return Outcome.done(new ChangedColumns()
                .set(APPLICATION.STATUS, ApplicationStatus.SUBMITTED.name())
                .setToNow(APPLICATION.STATUS_CHANGED_AT)
                .setToNow(APPLICATION.SUBMITTED_AT));
    }
}
