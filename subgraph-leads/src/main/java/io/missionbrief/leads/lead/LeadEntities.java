package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Leads that other subgraphs point to. */
@Controller
class LeadEntities {

    private final LeadQueries leads;

    LeadEntities(LeadQueries leads) {
        this.leads = leads;
    }

    @EntityMapping
    List<@Nullable Lead> lead(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> leads.byIds(actor, ids));
    }
}
