package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.event.EventType;

/** What can happen to a membership. */
final class MembershipEvents {

    /** Somebody was invited. */
    static final EventType ADDED = new EventType("Membership.Added");

    /** The person accepted the invitation. */
    static final EventType ACCEPTED = new EventType("Membership.Accepted");

    /** The member has another role. */
    static final EventType ROLE_CHANGED = new EventType("Membership.RoleChanged");

    /** It has ended. */
    static final EventType REMOVED = new EventType("Membership.Removed");

    private MembershipEvents() {}
}
