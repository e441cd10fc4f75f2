package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;
import static io.missionbrief.admin.jooq.Tables.OWN_MEMBERSHIPS;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads memberships: those of a workspace, and those of the caller. */
@Repository
class MembershipQueries {

    private static final String SCOPE = "members:read";
    private static final Keyset<MembershipRecord> OWN_BY_CREATION =
            Keyset.of(OWN_MEMBERSHIPS, OWN_MEMBERSHIPS.CREATED_AT.asc(), OWN_MEMBERSHIPS.ID.asc());

    private final TenantDatabase database;
    private final Pages pages;

    MembershipQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    /** The members of the actor's workspace. */
    Connection<Membership> page(Actor actor, Condition filter, Keyset<MembershipRecord> order, PageRequest page) {
        return pages.page(actor, order, filter, page, Membership::of);
    }

    /** Where the actor works, whichever workspace the token is bound to, and also when it is bound to none. */
    Connection<Membership> own(Actor actor, PageRequest page) {
        return pages.ofUser().page(actor, OWN_BY_CREATION, DSL.noCondition(), page, Membership::of);
    }

    @Nullable
    Membership byId(Actor actor, UUID id) {
        return database.<@Nullable Membership>read(actor, sql -> Memberships.MEMBERSHIPS.find(sql, id));
    }

    /**
     * The actor's own, and for who may see members those of the actor's workspace: the type has no scope, since anybody
     * sees their own.
     */
    Map<UUID, Membership> byIds(Actor actor, Set<UUID> ids) {
        Map<UUID, Membership> found = new HashMap<>(database.readAsUser(
                actor, sql -> RowsById.fetch(sql, OWN_MEMBERSHIPS, OWN_MEMBERSHIPS.ID, ids, Membership::of)));
        if (actor.workspace() != null && actor.has(SCOPE)) {
            found.putAll(
                    database.read(actor, sql -> RowsById.fetch(sql, MEMBERSHIP, MEMBERSHIP.ID, ids, Membership::of)));
        }
        return found;
    }
}
