package io.missionbrief.subgraph.test.sample;

import static io.missionbrief.subgraph.test.sample.EntryTable.ENTRY;
import static org.jooq.impl.DSL.noCondition;

import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The entries of a workspace. */
@Service
class Entries {

    private static final Keyset<EntryTable.Row> BY_RANK = Keyset.of(ENTRY, ENTRY.rank.desc(), ENTRY.id.asc());

    private final TenantDatabase database;
    private final Pages pages;
    private final Mutations mutations;

    Entries(TenantDatabase database, Pages pages, Mutations mutations) {
        this.database = database;
        this.pages = pages;
        this.mutations = mutations;
    }

    Connection<Entry> page(Actor actor, PageRequest page) {
        return pages.page(actor, BY_RANK, noCondition(), page, Entry::of);
    }

    Map<ChildPage<UUID>, Connection<Entry>> below(Actor actor, Set<ChildPage<UUID>> parents) {
        return pages.pages(actor, BY_RANK, ENTRY.parentId, noCondition(), parents, Entry::of);
    }

    Map<UUID, Entry> byId(Actor actor, Set<UUID> ids) {
        return database.read(
                actor, sql -> sql.selectFrom(ENTRY).where(ENTRY.id.in(ids)).fetchMap(ENTRY.id, Entry::of));
    }

    Outcome<Entry> create(Actor actor, CreateEntryInput input) {
        if (input.title().isBlank()) {
            return Outcome.refused(UserErrorCode.REQUIRED, "title", "An entry has a title: give it one");
        }
        return mutations.run(
                actor,
                new Mutation("createEntry", input.idempotencyKey(), input),
                transaction -> Outcome.done(insert(transaction, actor, input)),
                Entry::id,
                Entries::find);
    }

    private static Entry insert(DSLContext transaction, Actor actor, CreateEntryInput input) {
        UUID id = UUID.randomUUID();
        transaction
                .insertInto(ENTRY)
                .set(ENTRY.workspaceId, actor.requireWorkspace().value())
                .set(ENTRY.id, id)
                .set(ENTRY.title, input.title())
                .set(ENTRY.rank, input.rank())
                .set(ENTRY.confidential, input.confidential())
                .execute();
        return new Entry(id, input.title(), input.rank());
    }

    private static @Nullable Entry find(DSLContext sql, UUID id) {
        return sql.selectFrom(ENTRY).where(ENTRY.id.eq(id)).fetchOne(Entry::of);
    }
}
