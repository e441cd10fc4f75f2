package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.subgraph.graphql.EntityBatch;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Checks that other subgraphs point to. */
@Controller
class VerificationCheckEntities {

    private final TenantDatabase database;

    VerificationCheckEntities(TenantDatabase database) {
        this.database = database;
    }

    @EntityMapping
    List<@Nullable VerificationCheck> verificationCheck(@Argument List<String> idList, Actor actor) {
        return EntityBatch.load(
                idList,
                ids -> database.read(
                        actor,
                        sql -> RowsById.fetch(
                                sql, VERIFICATION_CHECK, VERIFICATION_CHECK.ID, ids, VerificationCheck::of)));
    }
}
