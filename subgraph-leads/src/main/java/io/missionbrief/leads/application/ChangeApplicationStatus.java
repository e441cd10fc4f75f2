package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** An application is taken under review, or back. The other steps are use cases of their own. */
@Service
class ChangeApplicationStatus {

    private final ChangeVersioned change;

    ChangeApplicationStatus(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Application> execute(Actor actor, ChangeApplicationStatusInput input) {
        return ApplicationRules.reason(input.reason())
                .then(() -> change.execute(
                        actor,
                        new Mutation("changeApplicationStatus", input.idempotencyKey(), input),
                        ApplicationQueries.APPLICATIONS,
                        input.seen(),
                        ApplicationEvents.STATUS_UPDATE,
                        (_, application) -> step(application.status(), input)));
    }

    private static Outcome<ChangedColumns> step(ApplicationStatus from, ChangeApplicationStatusInput input) {
        ApplicationStatus to = input.status().status();
        return from.next().contains(to)
                ? Outcome.done(new ChangedColumns()
                        .set(APPLICATION.STATUS, to.name())
                        .set(APPLICATION.STATUS_REASON, Text.orNull(input.reason()))
                        .setToNow(APPLICATION.STATUS_CHANGED_AT))
                : Outcome.refused(from.cannotBecome("status", to));
    }
}
