package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;
import static io.missionbrief.admin.jooq.Tables.OWN_MEMBERSHIPS;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.user.Person;
import io.missionbrief.subgraph.change.VersionedTable;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of memberships, inside of a transaction. */
final class Memberships {

    static final VersionedTable<MembershipRecord, Membership> MEMBERSHIPS =
            new VersionedTable<>(MEMBERSHIP, "membership", Membership::of);

    private Memberships() {}

    /** The caller's own, in whichever workspace; null when it is somebody else's, or none. */
    static @Nullable Membership own(DSLContext transaction, UUID id) {
        return transaction
                .selectFrom(OWN_MEMBERSHIPS)
                .where(OWN_MEMBERSHIPS.ID.eq(id))
                .fetchOne(Membership::of);
    }

    /** A new one in the workspace that is bound; null when the user has one already. */
    static @Nullable Membership insert(DSLContext transaction, UUID user, Person person, Role role) {
        return transaction
                .insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.USER_ID, user)
                .set(MEMBERSHIP.NAME, person.name())
                .set(MEMBERSHIP.EMAIL, person.email())
                .set(MEMBERSHIP.ROLE, role.name())
                .onConflict(MEMBERSHIP.WORKSPACE_ID, MEMBERSHIP.USER_ID)
                .doNothing()
                .returning()
                .fetchOne(Membership::of);
    }

    static void delete(DSLContext transaction, Membership membership) {
        transaction
                .deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ID.eq(membership.id()))
                .execute();
    }
}
