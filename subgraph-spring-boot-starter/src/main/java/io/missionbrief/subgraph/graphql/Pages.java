package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Reads pages of lists by keyset. */
public final class Pages {

    private final TenantDatabase database;
    private final Reading reading;

    Pages(TenantDatabase database) {
        this(database, database::read);
    }

    private Pages(TenantDatabase database, Reading reading) {
        this.database = database;
        this.reading = reading;
    }

    @FunctionalInterface
    private interface Reading {
        <T> T read(Actor actor, Function<DSLContext, T> query);
    }

    private record OfOperator(OperatorDatabase.Recorded read) implements Reading {

        @Override
        public <T> T read(Actor actor, Function<DSLContext, T> query) {
            return read.query(query);
        }
    }

    /** The same for a list that a caller may see before choosing a workspace, such as where they work. */
    public Pages ofUser() {
        return new Pages(database, database::readAsUser);
    }

    /** The same for a list over all workspaces, which an operator of the platform reads. */
    public Pages of(OperatorDatabase.Recorded read) {
        return new Pages(database, new OfOperator(read));
    }

    /**
     * One page of a list, by one statement. What lies on the other side of the cursor, and how many rows there are, is
     * asked by another one when the query selects it.
     *
     * <pre>{@code
     * select * from lead where <filter> and (created_at, id) < (?, ?) order by created_at desc, id desc limit 21
     * }</pre>
     *
     * @param where the list's filter; {@code DSL.noCondition()} for all that the actor may see
     * @param row a row, as the schema shows it
     * @throws RequestException BAD_USER_INPUT that names the argument when its cursor is malformed or of another order
     */
    public <R extends Record, T> Connection<T> page(
            Actor actor, Keyset<R> order, Condition where, PageRequest page, Function<? super R, T> row) {
        Place place = place(order, page);
        List<R> rows = reading.read(
                actor,
                sql -> sql.selectFrom(order.table())
                        .where(where, after(place))
                        .orderBy(order.order(page.backward()))
                        .limit(DSL.inline(page.size() + 1))
                        .fetch());
        return new PageOfRows<>(order, page, rows)
                .connection(
                        row,
                        () -> place != null
                                && reading.read(
                                        actor, sql -> sql.fetchExists(order.table(), where.and(place.hereOrBefore()))),
                        () -> reading.read(actor, sql -> sql.fetchCount(order.table(), where)));
    }

    /**
     * Pages of the lists below many parents, by one statement for each distinct page, however many parents there are.
     *
     * <pre>{@code
     * select child.* from unnest(?) as parent (id), lateral (
     *     select * from application where lead_id = parent.id and <filter> and (created_at, id) < (?, ?)
     *     order by created_at desc, id desc limit 21
     * ) as child
     * }</pre>
     *
     * @param parent the column of the table that names the parent
     * @param where a further filter of the lists; {@code DSL.noCondition()} for none
     * @param pages what is asked for; each gets an answer, an empty connection where there are no rows
     * @throws RequestException as {@link #page}
     */
    public <K, R extends Record, T> Map<ChildPage<K>, Connection<T>> pages(
            Actor actor,
            Keyset<R> order,
            Field<K> parent,
            Condition where,
            Collection<ChildPage<K>> pages,
            Function<? super R, T> row) {
        Map<ChildPage<K>, Connection<T>> connections = new HashMap<>();
        Map<PageRequest, Set<K>> parentsByPage = pages.stream()
                .collect(Collectors.groupingBy(
                        ChildPage::page, Collectors.mapping(ChildPage::parent, Collectors.toSet())));
        parentsByPage.forEach((page, parents) -> samePage(actor, order, parent, where, page, parents, row)
                .forEach((key, connection) -> connections.put(new ChildPage<>(key, page), connection)));
        return connections;
    }

    private <K, R extends Record, T> Map<K, Connection<T>> samePage(
            Actor actor,
            Keyset<R> order,
            Field<K> parent,
            Condition where,
            PageRequest page,
            Set<K> parents,
            Function<? super R, T> row) {
        Place place = place(order, page);
        Map<K, List<R>> rows = reading.read(actor, sql -> children(sql, order, parent, where, page, place, parents));
        Condition ofParents = where.and(parent.in(parents));
        Supplier<Set<K>> onTheOtherSide = SingletonSupplier.of(() -> place == null
                ? Set.of()
                : new HashSet<>(reading.read(
                        actor,
                        sql -> sql.selectDistinct(parent)
                                .from(order.table())
                                .where(ofParents, place.hereOrBefore())
                                .fetch(parent))));
        Supplier<Map<K, Integer>> counts = SingletonSupplier.of(() -> reading.read(
                actor,
                sql -> sql.select(parent, DSL.count())
                        .from(order.table())
                        .where(ofParents)
                        .groupBy(parent)
                        .fetchMap(parent, DSL.count())));
        return parents.stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> new PageOfRows<>(order, page, rows.getOrDefault(key, List.of()))
                                .connection(
                                        row,
                                        () -> onTheOtherSide.get().contains(key),
                                        () -> counts.get().getOrDefault(key, 0))));
    }

    private static <K, R extends Record> Map<K, List<R>> children(
            DSLContext sql,
            Keyset<R> order,
            Field<K> parent,
            Condition where,
            PageRequest page,
            @Nullable Place place,
            Set<K> parents) {
        var parentId = DSL.field(DSL.name("parent", "id"), parent.getDataType());
        var ofOneParent = sql.selectFrom(order.table())
                .where(parent.eq(parentId), where, after(place))
                .orderBy(order.order(page.backward()))
                .limit(DSL.inline(page.size() + 1))
                .asTable("child");
        return sql.select(ofOneParent.fields())
                .from(DSL.unnest(parents).as("parent", "id"))
                .crossJoin(DSL.lateral(ofOneParent))
                .orderBy(order.order(page.backward()).stream()
                        .map(column -> DSL.field(
                                        DSL.name("child", column.getName()),
                                        column.$field().getDataType())
                                .sort(column.getOrder()))
                        .toList())
                .fetchGroups(ofOneParent.field(parent), child -> child.into(order.table()));
    }

    private static <R extends Record> @Nullable Place place(Keyset<R> order, PageRequest page) {
        return page.cursor() == null
                ? null
                : new Place(order.order(page.backward()), order.cursors().read(page, page.cursor()));
    }

    private static Condition after(@Nullable Place place) {
        return place == null ? DSL.noCondition() : place.after();
    }
}
