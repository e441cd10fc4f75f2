package io.missionbrief.examplename.examplenoun;

import static io.missionbrief.examplename.jooq.Tables.EXAMPLE_THING;

import io.missionbrief.examplename.jooq.tables.records.ExampleThingRecord;
import io.missionbrief.subgraph.change.VersionedTable;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads {@code example_thing}: row-level security decides what the caller sees, so that no query names the workspace. */
@Repository
class ExampleThingQueries {

    /** By which use cases lock, change and find one. */
    static final VersionedTable<ExampleThingRecord, ExampleThing> TABLE =
            new VersionedTable<>(EXAMPLE_THING, "examplenoun", ExampleThing::of);

    private static final Keyset<ExampleThingRecord> NEWEST_FIRST =
            Keyset.of(EXAMPLE_THING, EXAMPLE_THING.CREATED_AT.desc(), EXAMPLE_THING.ID.desc());

    private final TenantDatabase database;
    private final Pages pages;

    ExampleThingQueries(TenantDatabase database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Nullable
    ExampleThing byId(Actor actor, UUID id) {
        return database.<@Nullable ExampleThing>read(actor, sql -> TABLE.find(sql, id));
    }

    Connection<ExampleThing> page(Actor actor, PageRequest page) {
        return pages.page(actor, NEWEST_FIRST, DSL.noCondition(), page, ExampleThing::of);
    }

    /** Those with these ids that the caller sees, by one statement. */
    Map<UUID, ExampleThing> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, sql -> RowsById.fetch(sql, EXAMPLE_THING, EXAMPLE_THING.ID, ids, ExampleThing::of));
    }
}
