package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.leads.jooq.tables.records.VerificationCheckRecord;
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

/** Reads checks as far as the caller may see them: row-level security decides. */
@Repository
class CheckQueries {

    static final VersionedTable<VerificationCheckRecord, VerificationCheck> CHECKS =
            new VersionedTable<>(VERIFICATION_CHECK, "check", VerificationCheck::of);

    private static final Keyset<VerificationCheckRecord> OLDEST_FIRST =
            Keyset.of(VERIFICATION_CHECK, VERIFICATION_CHECK.CREATED_AT.asc(), VERIFICATION_CHECK.ID.asc());

    private final Pages pages;

    CheckQueries(Pages pages) {
        this.pages = pages;
    }

    /** Pages of the checks of many applications, by one statement for each distinct page. */
    Map<ChildPage<UUID>, Connection<VerificationCheck>> ofApplications(
            Actor actor, Set<ChildPage<UUID>> ofApplications) {
        return pages.pages(
                actor,
                OLDEST_FIRST,
                VERIFICATION_CHECK.APPLICATION_ID,
                DSL.noCondition(),
                ofApplications,
                VerificationCheck::of);
    }
}
