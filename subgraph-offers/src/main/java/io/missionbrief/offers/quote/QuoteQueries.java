package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE;

import io.missionbrief.offers.jooq.tables.records.QuoteRecord;
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

/** Reads quotes as far as the caller may see them. */
@Repository
public class QuoteQueries {

    public static final VersionedTable<QuoteRecord, Quote> QUOTES = new VersionedTable<>(QUOTE, "quote", Quote::of);

    private final TenantDatabase database;
    private final Pages pages;

    QuoteQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Nullable
    Quote byId(Actor actor, UUID id) {
        return database.<@Nullable Quote>read(actor, query -> QUOTES.find(query, id));
    }

    /** The quotes with these ids, by one statement. */
    Map<UUID, Quote> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, query -> RowsById.fetch(query, QUOTE, QUOTE.ID, ids, Quote::of));
    }

    Connection<Quote> page(Actor actor, @Nullable QuoteFilter filter, @Nullable QuoteSort sort, PageRequest page) {
        return pages.page(
                actor,
                QuoteSort.keyset(sort),
                filter == null ? DSL.noCondition() : filter.condition(),
                page,
                Quote::of);
    }

    Map<ChildPage<UUID>, Connection<Quote>> ofLeads(Actor actor, Set<ChildPage<UUID>> wanted) {
        return below(QUOTE.LEAD_ID, actor, wanted);
    }

    Map<ChildPage<UUID>, Connection<Quote>> ofApplications(Actor actor, Set<ChildPage<UUID>> wanted) {
        return below(QUOTE.APPLICATION_ID, actor, wanted);
    }

    private Map<ChildPage<UUID>, Connection<Quote>> below(
            TableField<?, UUID> parent, Actor actor, Set<ChildPage<UUID>> wanted) {
        return pages.pages(actor, QuoteSort.NEWEST_FIRST, parent, DSL.noCondition(), wanted, Quote::of);
    }
}
