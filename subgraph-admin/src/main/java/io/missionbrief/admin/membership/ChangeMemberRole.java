package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;

import io.missionbrief.admin.role.Role;
import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Gives a member another role. */
@Service
class ChangeMemberRole {

    private final ChangeVersioned change;
    private final RoleGrant grant;

    ChangeMemberRole(ChangeVersioned change, RoleGrant grant) {
        this.change = change;
        this.grant = grant;
    }

    Outcome<Membership> execute(Actor actor, ChangeMemberRoleInput input) {
        actor.requireWorkspace();
        return grant.toGive(actor, input.role())
                .then(role -> change.execute(
                        actor,
                        new Mutation("changeMemberRole", input.idempotencyKey(), input),
                        Memberships.MEMBERSHIPS,
                        input.seen(),
                        MembershipEvents.ROLE_CHANGED,
                        (transaction, membership) ->
                                grant.toTake(actor, membership).then(before -> columns(transaction, before, role))));
    }

    private static Outcome<ChangedColumns> columns(DSLContext transaction, Membership before, Role role) {
        return before.roleName().equals(role.name())
                ? Outcome.done(new ChangedColumns())
                : LastOwner.stays(transaction, before)
                        .map(allowed -> new ChangedColumns().set(MEMBERSHIP.ROLE, role.name()));
    }
}
