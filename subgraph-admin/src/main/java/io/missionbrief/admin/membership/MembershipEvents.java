package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.event.Changes;
import io.missionbrief.subgraph.event.EventLog;
import io.missionbrief.subgraph.event.NewEvent;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the log is told about memberships. Names and addresses stay with the account: here it is its id only. */
@Component
class MembershipEvents {

    private final EventLog events;

    MembershipEvents(EventLog events) {
        this.events = events;
    }

    void created(DSLContext transaction, Actor actor, Membership membership) {
        append(transaction, actor, "Membership.Created", membership, membership.version(), Map.of());
    }

    void roleChanged(DSLContext transaction, Actor actor, Membership before, Membership after) {
        append(transaction, actor, "Membership.RoleChange", after, after.version(), before.state());
    }

    /** The removal counts as a version of its own; the state is the last one. */
    void removed(DSLContext transaction, Actor actor, Membership last) {
        append(transaction, actor, "Membership.Removed", last, last.version() + 1, last.state());
    }

    private void append(
            DSLContext transaction,
            Actor actor,
            String type,
            Membership membership,
            int version,
            Map<String, @Nullable Object> before) {
        Map<String, @Nullable Object> state = membership.state();
        events.append(
                transaction,
                actor,
                new NewEvent(
                        type, "Membership", membership.id(), version, state, Changes.between(before, state), null));
    }
}
