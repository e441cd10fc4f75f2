package io.missionbrief.leads.document;

import static io.missionbrief.leads.jooq.Tables.APPLICATION_DOCUMENT;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Documents that other subgraphs point to. */
@Controller
class ApplicationDocumentEntities {

    private final TenantDatabase database;

    ApplicationDocumentEntities(TenantDatabase database) {
        this.database = database;
    }

    @EntityMapping
    List<@Nullable ApplicationDocument> applicationDocument(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(
                idList,
                ids -> database.read(
                        actor,
                        sql -> RowsById.fetch(
                                sql, APPLICATION_DOCUMENT, APPLICATION_DOCUMENT.ID, ids, ApplicationDocument::of)));
    }
}
