package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;
import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.role.Role;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A workspace that has an owner keeps one. */
final class LastOwner {

    private LastOwner() {}

    /** The same membership, unless the workspace would be without an owner when this one goes. */
    static Outcome<Membership> stays(DSLContext transaction, Membership membership) {
        if (!membership.roleName().equals(Role.OWNER)) {
            return Outcome.done(membership);
        }
        waitForOthers(transaction, membership);
        return transaction.fetchExists(MEMBERSHIP, anotherThan(membership))
                ? Outcome.done(membership)
                : Outcome.refused(
                        UserErrorCode.ILLEGAL_TRANSITION,
                        "membershipId",
                        "This is the only OWNER, and a workspace always has one: give another member this role first");
    }

    /** Two owners who step down at once would each count on the other. */
    private static void waitForOthers(DSLContext transaction, Membership membership) {
        transaction
                .select(WORKSPACE.WORKSPACE_ID)
                .from(WORKSPACE)
                .where(WORKSPACE.WORKSPACE_ID.eq(membership.workspaceId()))
                .forNoKeyUpdate()
                .fetch();
    }

    /** Whoever has not accepted yet may never do so, and cannot take the place of one who has. */
    private static Condition anotherThan(Membership membership) {
        Condition another = MEMBERSHIP.ROLE.eq(Role.OWNER).and(MEMBERSHIP.ID.ne(membership.id()));
        return another.and(
                membership.isActive() ? MEMBERSHIP.STATUS.eq(MembershipStatus.ACTIVE.name()) : DSL.noCondition());
    }
}
