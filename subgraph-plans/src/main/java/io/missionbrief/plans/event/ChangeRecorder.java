package io.missionbrief.plans.event;

import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the event of a change, in its transaction and while the changed row is locked. */
@Component
public class ChangeRecorder {

    private final EventLog events;

    ChangeRecorder(EventLog events) {
        this.events = events;
    }

    /** Records a new object, and gives it back for the caller to go on with. */
    public <T extends Recorded> T created(DSLContext transaction, Actor actor, PlansEvent event, T created) {
        return record(transaction, actor, event, Map.of(), created);
    }

    /** Records a change, and gives the object after it back for the caller to go on with. */
    public <T extends Recorded> T changed(DSLContext transaction, Actor actor, PlansEvent event, T before, T after) {
        return record(transaction, actor, event, before.state(), after);
    }

    private <T extends Recorded> T record(
            DSLContext transaction, Actor actor, PlansEvent event, Map<String, @Nullable Object> before, T after) {
        Map<String, @Nullable Object> state = after.state();
        events.append(
                transaction,
                actor,
                new NewEvent(
                        event.type(),
                        event.objectType(),
                        after.id(),
                        after.version(),
                        state,
                        Changes.between(before, state),
                        null));
        return after;
    }
}
