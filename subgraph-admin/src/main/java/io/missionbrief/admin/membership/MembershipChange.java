package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What changing a role and ending a membership have in common: which membership, at which version, by whom. */
@Component
class MembershipChange {

    private final Memberships memberships;
    private final RoleGrant grant;

    MembershipChange(Memberships memberships, RoleGrant grant) {
        this.memberships = memberships;
        this.grant = grant;
    }

    /** The membership with its row locked, when it is there, as the actor knows it, and the actor's to change. */
    Outcome<Membership> begin(DSLContext transaction, Actor actor, UUID id, int expectedVersion) {
        memberships.serialise(transaction, actor);
        Membership membership = memberships.lock(transaction, id);
        if (membership == null) {
            return Outcome.refused(UserError.notFound("id", "member"));
        }
        if (membership.version() != expectedVersion) {
            return Outcome.refused(UserError.staleVersion(expectedVersion, membership.version()));
        }
        return grant.toTake(actor, membership);
    }

    /** Refuses to take the role of the last owner. */
    Outcome<Membership> unlessLastOwner(DSLContext transaction, Membership membership) {
        boolean last =
                membership.role().name().equals(Role.OWNER) && !memberships.hasOtherOwner(transaction, membership);
        return last
                ? Outcome.refused(
                        UserErrorCode.ILLEGAL_TRANSITION,
                        "id",
                        "This is the only OWNER, and a workspace always has one: give another member this role first")
                : Outcome.done(membership);
    }
}
