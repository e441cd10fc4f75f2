package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.leads.jooq.tables.records.ApplicationDocumentRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads documents as far as the caller may see them: row-level security decides. */
@Repository
class DocumentQueries {

    static final VersionedTable<ApplicationDocumentRecord, ApplicationDocument> DOCUMENTS =
            new VersionedTable<>(APPLICATION_DOCUMENT, "document", ApplicationDocument::of);

    private static final Keyset<ApplicationDocumentRecord> OLDEST_FIRST =
            Keyset.of(APPLICATION_DOCUMENT, APPLICATION_DOCUMENT.CREATED_AT.asc(), APPLICATION_DOCUMENT.ID.asc());

    private final Pages pages;

    DocumentQueries(Pages pages) {
        this.pages = pages;
    }

    /** Pages of the documents of many applications, by one statement for each distinct page. */
    Map<ChildPage<UUID>, Connection<ApplicationDocument>> ofApplications(
            Actor actor, Set<ChildPage<UUID>> ofApplications) {
        return pages.pages(
                actor,
                OLDEST_FIRST,
                APPLICATION_DOCUMENT.APPLICATION_ID,
                DSL.noCondition(),
                ofApplications,
                ApplicationDocument::of);
    }
}
