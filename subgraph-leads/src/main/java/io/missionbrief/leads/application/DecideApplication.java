package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.springframework.stereotype.Service;

/** Somebody with the right to do so approves or rejects an application. */
@Service
class DecideApplication {

    private final ChangeVersioned change;

    DecideApplication(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Application> execute(Actor actor, DecideApplicationInput input) {
        return ApplicationRules.reason(input.reason())
                .then(() -> change.execute(
                        actor,
                        new Mutation("decideApplication", input.idempotencyKey(), input),
                        ApplicationQueries.APPLICATIONS,
                        input.seen(),
                        ApplicationEvents.STATUS_UPDATE,
                        (_, application) -> decide(actor, application.status(), input)));
    }

    private static Outcome<ChangedColumns> decide(Actor actor, ApplicationStatus from, DecideApplicationInput input) {
        ApplicationStatus to = input.decision().status();
        String reason = Text.orNull(input.reason());
        if (!from.next().contains(to)) {
            return Outcome.refused(from.cannotBecome("decision", to));
        }
        if (reason == null && to == ApplicationStatus.REJECTED) {
            return Outcome.refused(UserErrorCode.REQUIRED, "reason", "A rejection needs a reason: say why");
        }
        return Outcome.done(new ChangedColumns()
                .set(APPLICATION.STATUS, to.name())
                .set(APPLICATION.STATUS_REASON, reason)
                .setToNow(APPLICATION.STATUS_CHANGED_AT)
                .setToNow(APPLICATION.DECIDED_AT)
                .set(APPLICATION.DECIDED_BY, actor.userId()));
    }
}
