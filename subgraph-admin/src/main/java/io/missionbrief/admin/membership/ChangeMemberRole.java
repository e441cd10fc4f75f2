package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Gives a member another role. */
@Service
class ChangeMemberRole {

    private final Mutations mutations;
    private final Memberships memberships;
    private final MembershipChange change;
    private final MembershipEvents events;
    private final RoleGrant grant;

    ChangeMemberRole(
            Mutations mutations,
            Memberships memberships,
            MembershipChange change,
            MembershipEvents events,
            RoleGrant grant) {
        this.mutations = mutations;
        this.memberships = memberships;
        this.change = change;
        this.events = events;
        this.grant = grant;
    }

    Outcome<Membership> execute(Actor actor, ChangeMemberRoleInput input) {
        actor.requireWorkspace();
        UUID id = ObjectId.parse("input.id", input.id());
        return grant.toGive(actor, input.role())
                .then(role -> mutations.run(
                        actor,
                        new Mutation("changeMemberRole", input.idempotencyKey(), input),
                        transaction -> change.begin(transaction, actor, id, input.expectedVersion())
                                .then(membership -> give(transaction, actor, membership, role)),
                        Membership::id,
                        memberships::find));
    }

    /** A role that the member has already is not given again: nothing changes, and nothing is told. */
    private Outcome<Membership> give(DSLContext transaction, Actor actor, Membership before, Role role) {
        if (before.role().equals(role)) {
            return Outcome.done(before);
        }
        return change.unlessLastOwner(transaction, before).map(unchanged -> {
            Membership after = memberships.changeRole(transaction, before, role);
            events.roleChanged(transaction, actor, before, after);
            return after;
        });
    }
}
