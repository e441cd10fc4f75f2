package io.missionbrief.leads.application;

import io.missionbrief.subgraph.graphql.ActorBatch;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.Pages;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/** The lists of what belongs to applications, the oldest first. Row-level security decides how much of them a caller sees. */
@Component
public class ListApplicationParts {

    private final Pages pages;
    private final BatchLoaderRegistry loaders;

    ListApplicationParts(Pages pages, BatchLoaderRegistry loaders) {
        this.pages = pages;
        this.loaders = loaders;
    }

    /**
     * Lets a field of {@code Application} load its pages: those of many applications by one statement for each distinct
     * page.
     *
     * @param dataLoader the name of the data loader that the field asks
     * @param application the column that names the application, of a table with the columns {@code created_at} and
     *     {@code id}
     */
    public <R extends Record, T extends ApplicationPart> void register(
            String dataLoader, TableField<R, UUID> application, Function<? super R, T> part) {
        Keyset<R> oldestFirst = oldestFirst(Objects.requireNonNull(application.getTable()));
        loaders.<ChildPage<UUID>, Connection<T>>forName(dataLoader)
                .registerMappedBatchLoader(ActorBatch.of((actor, wanted) ->
                        pages.pages(actor, oldestFirst, application, DSL.noCondition(), wanted, part)));
    }

    private static <R extends Record> Keyset<R> oldestFirst(Table<R> table) {
        return Keyset.of(
                table, column(table, "created_at").asc(), column(table, "id").asc());
    }

    private static Field<?> column(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(name));
    }
}
