package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Ends a membership. */
@Service
class RemoveMember {

    private final Mutations mutations;
    private final Memberships memberships;
    private final MembershipChange change;
    private final MembershipEvents events;

    RemoveMember(Mutations mutations, Memberships memberships, MembershipChange change, MembershipEvents events) {
        this.mutations = mutations;
        this.memberships = memberships;
        this.change = change;
        this.events = events;
    }

    /** The id of the membership that is no more. */
    Outcome<UUID> execute(Actor actor, RemoveMemberInput input) {
        actor.requireWorkspace();
        UUID id = ObjectId.parse("input.id", input.id());
        return mutations.run(
                actor,
                new Mutation("removeMember", input.idempotencyKey(), input),
                transaction -> change.begin(transaction, actor, id, input.expectedVersion())
                        .then(membership -> change.unlessLastOwner(transaction, membership))
                        .map(membership -> {
                            memberships.delete(transaction, membership);
                            events.removed(transaction, actor, membership);
                            return membership.id();
                        }),
                removed -> removed,
                (transaction, removed) -> removed);
    }
}
