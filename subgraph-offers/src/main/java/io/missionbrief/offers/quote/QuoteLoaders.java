package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import io.missionbrief.offers.jooq.tables.records.QuoteRevisionRecord;
import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The loaders by which nested fields are read, each by one statement however many objects there are. */
@Component
class QuoteLoaders {

    private static final Keyset<QuoteRevisionRecord> LATEST_FIRST =
            Keyset.of(QUOTE_REVISION, QUOTE_REVISION.NUMBER.desc(), QUOTE_REVISION.ID.desc());

    QuoteLoaders(BatchLoaderRegistry registry, QuoteQueries quotes, TenantDatabase database, Pages pages) {
        registry.<UUID, Quote>forName("quoteById").registerMappedBatchLoader(ActorBatch.of(quotes::byIds));
        registry.<RevisionName, QuoteRevision>forName("revisionByName")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, names) -> database.read(actor, query -> RevisionQueries.named(query, names))));
        registry.<UUID, List<QuoteLine>>forName("linesOfRevision")
                .registerMappedBatchLoader(ActorBatch.of(
                        (actor, ids) -> database.read(actor, query -> RevisionQueries.lines(query, ids))));
        registry.<ChildPage<UUID>, Connection<QuoteRevision>>forName("revisionsOfQuote")
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) -> pages.pages(
                        actor, LATEST_FIRST, QUOTE_REVISION.QUOTE_ID, DSL.noCondition(), wanted, QuoteRevision::of)));
        registry.<ChildPage<UUID>, Connection<Quote>>forName("quotesOfLead")
                .registerMappedBatchLoader(ActorBatch.of(quotes::ofLeads));
        registry.<ChildPage<UUID>, Connection<Quote>>forName("quotesOfApplication")
                .registerMappedBatchLoader(ActorBatch.of(quotes::ofApplications));
    }
}
