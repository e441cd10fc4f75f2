package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.neighbour.AskPlans;
import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A draft is handed in. */
@Service
class SubmitApplication {

    private final ApplicationQueries applications;
    private final ChangeVersioned change;
    private final AskPlans plans;

    SubmitApplication(ApplicationQueries applications, ChangeVersioned change, AskPlans plans) {
        this.applications = applications;
        this.change = change;
        this.plans = plans;
    }

    Outcome<Application> execute(Actor actor, SubmitApplicationInput input) {
        return plans.confirmed(
                actor,
                "applicationId",
                planToBeConfirmed(actor, input),
                () -> change.execute(
                        actor,
                        new Mutation("submitApplication", input.idempotencyKey(), input),
                        ApplicationQueries.APPLICATIONS,
                        input.seen(),
                        ApplicationEvents.CREATED,
                        (_, application) -> submit(application)));
    }

    /** That of the version that the caller has seen: of no other one is anything written. */
    private @Nullable UUID planToBeConfirmed(Actor actor, SubmitApplicationInput input) {
        Application seen = applications.byId(actor, ObjectId.parse("input.applicationId", input.applicationId()));
        return seen != null && seen.status() == ApplicationStatus.DRAFT && seen.version() == input.expectedVersion()
                ? seen.requestedPlanId()
                : null;
    }

    private static Outcome<ChangedColumns> submit(Application application) {
        if (application.status() != ApplicationStatus.DRAFT) {
            return Outcome.refused(application.status().cannotBecome("applicationId", ApplicationStatus.SUBMITTED));
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
