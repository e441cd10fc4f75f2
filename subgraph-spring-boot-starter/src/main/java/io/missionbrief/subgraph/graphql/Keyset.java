package io.missionbrief.subgraph.graphql;

import java.util.List;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * An order of a table's rows in which every row has a place of its own, so that a cursor can name it.
 *
 * @param <R> a row of the table
 */
public final class Keyset<R extends Record> {

    private final Table<R> table;
    private final List<SortField<?>> order;

    private Keyset(Table<R> table, List<SortField<?>> order) {
        this.table = table;
        this.order = order;
    }

    /**
     * An order of a table's rows.
     *
     * @param order columns of the table, none of them nullable, each in its own direction; together they are unique
     *     within what a caller sees, so the last is mostly the id
     */
    public static <R extends Record> Keyset<R> of(Table<R> table, SortField<?>... order) {
        return new Keyset<>(table, List.of(order));
    }

    Table<R> table() {
        return table;
    }

    List<SortField<?>> order() {
        return order;
    }
}
