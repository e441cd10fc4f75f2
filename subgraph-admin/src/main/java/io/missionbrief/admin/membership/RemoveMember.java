package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Ends a membership. */
@Service
class RemoveMember {

    private final Mutations mutations;
    private final ChangeRecorder changes;
    private final RoleGrant grant;

    RemoveMember(Mutations mutations, ChangeRecorder changes, RoleGrant grant) {
        this.mutations = mutations;
        this.changes = changes;
        this.grant = grant;
    }

    /** The id of the membership that is no more. */
    Outcome<UUID> execute(Actor actor, RemoveMemberInput input) {
        actor.requireWorkspace();
        UUID id = ObjectId.parse("input.membershipId", input.membershipId());
        return mutations.run(
                actor,
                new Mutation("removeMember", input.idempotencyKey(), input),
                transaction -> Memberships.MEMBERSHIPS
                        .lock(transaction, id, input.expectedVersion())
                        .then(membership -> grant.toTake(actor, membership))
                        .then(membership -> LastOwner.stays(transaction, membership))
                        .map(membership -> remove(transaction, actor, membership)),
                removed -> removed,
                (transaction, removed) -> removed);
    }

    private UUID remove(DSLContext transaction, Actor actor, Membership membership) {
        Memberships.delete(transaction, membership);
        return changes.deleted(transaction, actor, MembershipEvents.REMOVED, membership)
                .id();
    }
}
