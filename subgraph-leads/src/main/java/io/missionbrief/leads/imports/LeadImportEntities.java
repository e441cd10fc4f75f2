package io.missionbrief.leads.imports;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Imports that other subgraphs point to. */
@Controller
class LeadImportEntities {

    private final LeadImportQueries imports;

    LeadImportEntities(LeadImportQueries imports) {
        this.imports = imports;
    }

    @EntityMapping
    List<@Nullable LeadImport> leadImport(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> imports.byIds(actor, ids));
    }
}
