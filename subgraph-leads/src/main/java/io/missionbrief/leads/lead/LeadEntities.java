package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** As many as ids, in their order; null in place of one that is malformed, unknown or hidden. */
    @EntityMapping
    List<@Nullable Lead> lead(@Argument List<String> idList, Actor actor) {
        List<@Nullable UUID> ids = new ArrayList<>();
        idList.forEach(id -> ids.add(ObjectId.parseOrNull(id)));
        Map<UUID, Lead> found =
                leads.byIds(actor, ids.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        List<@Nullable Lead> inPlace = new ArrayList<>();
        ids.forEach(id -> inPlace.add(id == null ? null : found.get(id)));
        return inPlace;
    }
}
