package io.missionbrief.leads.document;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Documents that other subgraphs point to. */
@Controller
class ApplicationDocumentEntities {

    private final DocumentQueries documents;

    ApplicationDocumentEntities(DocumentQueries documents) {
        this.documents = documents;
    }

    @EntityMapping
    List<@Nullable ApplicationDocument> applicationDocument(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> documents.byIds(actor, ids));
    }
}
