package io.missionbrief.leads.check;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Checks that other subgraphs point to. */
@Controller
class VerificationCheckEntities {

    private final CheckQueries checks;

    VerificationCheckEntities(CheckQueries checks) {
        this.checks = checks;
    }

    @EntityMapping
    List<@Nullable VerificationCheck> verificationCheck(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(idList, ids -> checks.byIds(actor, ids));
    }
}
