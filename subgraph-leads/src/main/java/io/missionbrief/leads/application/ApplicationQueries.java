package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.jooq.tables.records.ApplicationRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads applications as far as the caller may see them: row-level security decides. */
@Repository
class ApplicationQueries {

    static final VersionedTable<ApplicationRecord, Application> APPLICATIONS =
            new VersionedTable<>(APPLICATION, "application", Application::of);

    private final TenantDatabase database;
    private final Pages pages;

    ApplicationQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    Connection<Application> page(Actor actor, Condition filter, Keyset<ApplicationRecord> order, PageRequest page) {
        return pages.page(actor, order, filter, page, Application::of);
    }

    /** Pages of the applications of many leads, the newest first, by one statement for each distinct page. */
    Map<ChildPage<UUID>, Connection<Application>> ofLeads(Actor actor, Set<ChildPage<UUID>> ofLeads) {
        return pages.pages(
                actor, ApplicationSort.newestFirst(), APPLICATION.LEAD_ID, DSL.noCondition(), ofLeads, Application::of);
    }

    @Nullable
    Application byId(Actor actor, UUID id) {
        return database.<@Nullable Application>read(actor, sql -> APPLICATIONS.find(sql, id));
    }

    Map<UUID, Application> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, sql -> RowsById.fetch(sql, APPLICATION, APPLICATION.ID, ids, Application::of));
    }
}
