package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;
import static io.missionbrief.admin.jooq.Tables.WORKSPACE;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.role.Roles;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rows of memberships, inside of a transaction that changes them. */
@Repository
class Memberships {

    private final Roles roles;

    Memberships(Roles roles) {
        this.roles = roles;
    }

    Membership of(MembershipRecord row) {
        return new Membership(
                row.getId(),
                row.getWorkspaceId(),
                row.getUserId(),
                roles.of(row.getRole()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    @Nullable
    Membership find(DSLContext transaction, UUID id) {
        return transaction.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ID.eq(id)).fetchOne(this::of);
    }

    /** The membership with its row locked, so that it stays as it is until the end of the transaction. */
    @Nullable
    Membership lock(DSLContext transaction, UUID id) {
        return transaction
                .selectFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ID.eq(id))
                .forUpdate()
                .fetchOne(this::of);
    }

    /** The new membership; null when the user is a member already. */
    @Nullable
    Membership insert(DSLContext transaction, Actor actor, UUID user, Role role) {
        return transaction
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.WORKSPACE_ID, actor.requireWorkspace().value())
                .set(MEMBERSHIP.USER_ID, user)
                .set(MEMBERSHIP.ROLE, role.name())
                .onConflict(MEMBERSHIP.WORKSPACE_ID, MEMBERSHIP.USER_ID)
                .doNothing()
                .returning()
                .fetchOne(this::of);
    }

    Membership changeRole(DSLContext transaction, Membership membership, Role role) {
        return transaction
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.ROLE, role.name())
                .set(MEMBERSHIP.VERSION, membership.version() + 1)
                .set(MEMBERSHIP.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(MEMBERSHIP.ID.eq(membership.id()))
                .returning()
                .fetchSingle(this::of);
    }

    void delete(DSLContext transaction, Membership membership) {
        transaction
                .deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ID.eq(membership.id()))
                .execute();
    }

    /**
     * Makes changes of roles in one workspace wait for each other: two owners who step down at once would each count on
     * the other. To be called before any membership is locked.
     */
    void serialise(DSLContext transaction, Actor actor) {
        transaction
                .select(WORKSPACE.WORKSPACE_ID)
                .from(WORKSPACE)
                .where(WORKSPACE.WORKSPACE_ID.eq(actor.requireWorkspace().value()))
                .forNoKeyUpdate()
                .fetch();
    }

    boolean hasOtherOwner(DSLContext transaction, Membership membership) {
        return transaction.fetchExists(
                MEMBERSHIP, MEMBERSHIP.ROLE.eq(Role.OWNER).and(MEMBERSHIP.ID.ne(membership.id())));
    }
}
