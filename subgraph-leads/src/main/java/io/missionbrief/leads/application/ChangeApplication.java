package io.missionbrief.leads.application;

import io.missionbrief.leads.change.ChangeVersioned;
import io.missionbrief.leads.change.ChangedColumns;
import io.missionbrief.leads.change.SeenVersion;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** One change of one application, whatever it is. */
@Component
class ChangeApplication {

    private final ChangeVersioned change;
    private final ApplicationEvents events;

    ChangeApplication(ChangeVersioned change, ApplicationEvents events) {
        this.change = change;
        this.events = events;
    }

    /** @param columns from the locked application the columns to be set, or why it is refused */
    Outcome<Application> execute(
            Actor actor,
            Mutation mutation,
            SeenVersion seen,
            ApplicationEvent event,
            Function<Application, Outcome<ChangedColumns>> columns) {
        return change.execute(
                actor,
                mutation,
                ApplicationQueries.APPLICATIONS,
                seen,
                columns,
                (transaction, before, after) -> events.changed(transaction, actor, event, before, after));
    }
}
