package io.missionbrief.offers.offer;

import static io.missionbrief.offers.jooq.Tables.OFFER;

import io.missionbrief.offers.jooq.tables.records.OfferRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads offers as far as the caller may see them. */
@Repository
class OfferQueries {

    static final VersionedTable<OfferRecord, Offer> OFFERS = new VersionedTable<>(OFFER, "offer", Offer::of);

    private final TenantDatabase database;
    private final Pages pages;

    OfferQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Nullable
    Offer byId(Actor actor, UUID id) {
        return database.<@Nullable Offer>read(actor, query -> OFFERS.find(query, id));
    }

    /** The offers with these ids, by one statement. */
    Map<UUID, Offer> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, query -> RowsById.fetch(query, OFFER, OFFER.ID, ids, Offer::of));
    }

    Connection<Offer> page(Actor actor, @Nullable OfferFilter filter, @Nullable OfferSort sort, PageRequest page) {
        return pages.page(
                actor,
                OfferSort.keyset(sort),
                filter == null ? DSL.noCondition() : filter.condition(),
                page,
                Offer::of);
    }

    Map<ChildPage<UUID>, Connection<Offer>> ofQuotes(Actor actor, Set<ChildPage<UUID>> wanted) {
        return below(OFFER.QUOTE_ID, actor, wanted);
    }

    Map<ChildPage<UUID>, Connection<Offer>> ofLeads(Actor actor, Set<ChildPage<UUID>> wanted) {
        return below(OFFER.LEAD_ID, actor, wanted);
    }

    Map<ChildPage<UUID>, Connection<Offer>> ofApplications(Actor actor, Set<ChildPage<UUID>> wanted) {
        return below(OFFER.APPLICATION_ID, actor, wanted);
    }

    private Map<ChildPage<UUID>, Connection<Offer>> below(
            TableField<?, UUID> parent, Actor actor, Set<ChildPage<UUID>> wanted) {
        return pages.pages(actor, OfferSort.NEWEST_FIRST, parent, DSL.noCondition(), wanted, Offer::of);
    }
}
