package io.missionbrief.admin.membership;

import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;
import static io.missionbrief.admin.jooq.Tables.OWN_MEMBERSHIPS;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.SortDirection;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of memberships: those of a workspace, and those of the caller. */
@Repository
class MembershipLists {

    private static final Keyset<MembershipRecord> OWN_BY_CREATION =
            Keyset.of(OWN_MEMBERSHIPS, OWN_MEMBERSHIPS.CREATED_AT.asc(), OWN_MEMBERSHIPS.ID.asc());

    private final TenantDatabase database;
    private final Pages pages;
    private final Memberships memberships;

    MembershipLists(TenantDatabase database, Pages pages, Memberships memberships) {
        this.database = database;
        this.pages = pages;
        this.memberships = memberships;
    }

    /** The members of the actor's workspace. */
    Connection<Membership> here(
            Actor actor, @Nullable MembershipFilter filter, @Nullable MembershipSort sort, PageRequest page) {
        List<String> roles = filter == null ? null : filter.roles();
        Condition where = roles == null ? DSL.noCondition() : MEMBERSHIP.ROLE.eq(DSL.any(roles.toArray(String[]::new)));
        return pages.page(actor, order(sort == null ? MembershipSort.INITIAL : sort), where, page, memberships::of);
    }

    /** Where the actor works, whichever workspace the token is bound to, and also when it is bound to none. */
    Connection<Membership> own(Actor actor, PageRequest page) {
        return pages.ofUser().page(actor, OWN_BY_CREATION, DSL.noCondition(), page, memberships::of);
    }

    @Nullable
    Membership find(Actor actor, UUID id) {
        return database.read(actor, sql -> memberships.find(sql, id));
    }

    private static Keyset<MembershipRecord> order(MembershipSort sort) {
        SortDirection direction = sort.direction();
        Field<?> first = switch (sort.field()) {
            case CREATED_AT -> MEMBERSHIP.CREATED_AT;
            case ROLE -> MEMBERSHIP.ROLE;
        };
        return Keyset.of(MEMBERSHIP, direction.of(first), direction.of(MEMBERSHIP.ID));
    }
}
