package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.neighbour.AskPlans;
import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody goes on writing an application. */
@Service
class UpdateApplication {

    private final ChangeVersioned change;
    private final AskPlans plans;

    UpdateApplication(ChangeVersioned change, AskPlans plans) {
        this.change = change;
        this.plans = plans;
    }

    Outcome<Application> execute(Actor actor, UpdateApplicationInput input) {
        UUID planId = ObjectId.parseOptional(
                "input.requestedPlanId", input.requestedPlanId().value());
        return ApplicationRules.answers(input.answers().value())
                .then(() -> plans.confirmed(
                        actor,
                        "requestedPlanId",
                        planId,
                        () -> change.execute(
                                actor,
                                new Mutation("updateApplication", input.idempotencyKey(), input),
                                ApplicationQueries.APPLICATIONS,
                                input.seen(),
                                ApplicationEvents.UPDATED,
                                (_, application) -> columns(application, planId, input))));
    }

    private static Outcome<ChangedColumns> columns(
            Application application, @Nullable UUID planId, UpdateApplicationInput input) {
        if (application.status() != ApplicationStatus.DRAFT) {
            return Outcome.refused(
                    UserErrorCode.NOT_ACTIVE,
                    "applicationId",
                    "The application is " + application.status() + " and says the same for ever: only a DRAFT changes");
        }
        ChangedColumns columns = new ChangedColumns()
                .change(APPLICATION.PLAN_ID, application.requestedPlanId(), input.requestedPlanId(), given -> planId);
        JsonDocument answers = JsonDocument.ofOptionalObject(input.answers().value());
        boolean differ = !input.answers().isOmitted() && !answers.means(application.answersDocument());
        return Outcome.done(differ ? columns.set(APPLICATION.ANSWERS, answers.column()) : columns);
    }
}
