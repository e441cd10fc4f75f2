package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads documents as far as the caller may see them. */
@Repository
class DocumentQueries {

    private final TenantDatabase database;

    DocumentQueries(TenantDatabase database) {
        this.database = database;
    }

    /** The documents with these ids, by one statement. */
    Map<UUID, ApplicationDocument> byIds(Actor actor, Set<UUID> ids) {
        return database.read(
                actor,
                sql -> RowsById.fetch(
                        sql, APPLICATION_DOCUMENT, APPLICATION_DOCUMENT.ID, ids, ApplicationDocument::of));
    }
}
