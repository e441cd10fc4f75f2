package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.change.ChangedColumns;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One change of one application, whatever it is: locked, of the version that the caller has seen, told by one event. */
@Component
class ChangeApplication {

    private final Mutations mutations;
    private final ApplicationEvents events;

    ChangeApplication(Mutations mutations, ApplicationEvents events) {
        this.mutations = mutations;
        this.events = events;
    }

    /**
     * Changes an application. One that is left as it is keeps its version, and nothing is told.
     *
     * @param change from the locked application the columns to be set, or why it is refused
     */
    Outcome<Application> execute(
            Actor actor,
            Mutation mutation,
            SeenApplication seen,
            ApplicationEvent event,
            Function<Application, Outcome<ChangedColumns>> change) {
        UUID id = ObjectId.parse("input.applicationId", seen.applicationId());
        return mutations.run(
                actor,
                mutation,
                transaction -> locked(transaction, id, seen.expectedVersion())
                        .then(application -> change.apply(application)
                                .map(columns -> changed(transaction, actor, event, application, columns))),
                Application::id,
                ApplicationQueries::find);
    }

    private static Outcome<Application> locked(DSLContext transaction, UUID id, int expectedVersion) {
        Application application = ApplicationQueries.findForUpdate(transaction, id);
        if (application == null) {
            return Outcome.refused(UserError.notFound("applicationId", "application"));
        }
        return application.version() == expectedVersion
                ? Outcome.done(application)
                : Outcome.refused(UserError.staleVersion(expectedVersion, application.version()));
    }

    private Application changed(
            DSLContext transaction, Actor actor, ApplicationEvent event, Application before, ChangedColumns columns) {
        if (columns.isEmpty()) {
            return before;
        }
        Application after = transaction
                .update(APPLICATION)
                .set(columns.values())
                .set(APPLICATION.VERSION, before.version() + 1)
                .set(APPLICATION.UPDATED_AT, ChangedColumns.CLOCK)
                .where(APPLICATION.ID.eq(before.id()))
                .returning()
                .fetchSingle(Application::of);
        return events.changed(transaction, actor, event, before, after);
    }
}
