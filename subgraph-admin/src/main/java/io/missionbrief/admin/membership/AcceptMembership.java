package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * The actor accepts an invitation, whichever workspace the token is bound to, and also when it is bound to none. The row
 * and its event are written in the workspace that invited, where the actor has no rights but this.
 */
@Service
class AcceptMembership {

    private final Mutations mutations;
    private final TenantDatabase database;
    private final ChangeRecorder changes;

    AcceptMembership(Mutations mutations, TenantDatabase database, ChangeRecorder changes) {
        this.mutations = mutations;
        this.database = database;
        this.changes = changes;
    }

    Outcome<Membership> execute(Actor actor, AcceptMembershipInput input) {
        UUID id = ObjectId.parse("input.membershipId", input.membershipId());
        return mutations.run(
                actor,
                new Mutation("acceptMembership", input.idempotencyKey(), input),
                transaction -> find(transaction, id)
                        .then(own -> accept(transaction, inside(actor, own), own, input.expectedVersion())),
                Membership::id,
                Memberships::own);
    }

    private static Outcome<Membership> find(DSLContext transaction, UUID id) {
        Membership own = Memberships.own(transaction, id);
        return own == null ? Outcome.refused(UserError.notFound("membershipId", "membership")) : Outcome.done(own);
    }

    private static Actor inside(Actor actor, Membership own) {
        return new Actor(actor.userId(), new WorkspaceId(own.workspaceId()), Set.of(), Set.of(), actor.expiresAt());
    }

    private Outcome<Membership> accept(DSLContext transaction, Actor member, Membership own, int expectedVersion) {
        return database.within(
                transaction,
                member,
                there -> Memberships.MEMBERSHIPS
                        .lock(there, own.id(), expectedVersion)
                        .map(before -> before.isActive() ? before : activate(there, member, before)));
    }

    private Membership activate(DSLContext transaction, Actor member, Membership before) {
        Membership after = Memberships.MEMBERSHIPS.update(
                transaction,
                before,
                new ChangedColumns()
                        .set(MEMBERSHIP.STATUS, MembershipStatus.ACTIVE.name())
                        .setToNow(MEMBERSHIP.ACCEPTED_AT));
        return changes.changed(transaction, member, MembershipEvents.ACCEPTED, before, after);
    }
}
