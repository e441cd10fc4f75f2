package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads checks as far as the caller may see them. */
@Repository
class CheckQueries {

    private final TenantDatabase database;

    CheckQueries(TenantDatabase database) {
        this.database = database;
    }

    /** The checks with these ids, by one statement. */
    Map<UUID, VerificationCheck> byIds(Actor actor, Set<UUID> ids) {
        return database.read(
                actor,
                sql -> RowsById.fetch(sql, VERIFICATION_CHECK, VERIFICATION_CHECK.ID, ids, VerificationCheck::of));
    }
}
