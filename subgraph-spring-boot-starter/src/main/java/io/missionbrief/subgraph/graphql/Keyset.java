package io.missionbrief.subgraph.graphql;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;

/**
 * An order of a table's rows in which every row has a place of its own, so that a cursor can name it.
 *
 * @param <R> a row of the table
 */
public final class Keyset<R extends Record> {

    private final Table<R> table;
    private final List<SortField<?>> order;
    private final CursorCodec cursors;

    private Keyset(Table<R> table, List<SortField<?>> order) {
        this.table = table;
        this.order = order;
        this.cursors = new CursorCodec(table, order);
    }

    /**
     * An order of a table's rows.
     *
     * @param order columns of the table, none of them nullable, each in its own direction; together they are unique
     *     within what a caller sees, so the last is mostly the id
     * @throws IllegalArgumentException when there is no column, or one that is nullable, of another table, or not text,
     *     uuid, int, bigint, date or timestamptz
     */
    public static <R extends Record> Keyset<R> of(Table<R> table, SortField<?>... order) {
        if (order.length == 0) {
            throw new IllegalArgumentException("An order has at least one column");
        }
        for (SortField<?> column : order) {
            refuseUnfit(table, column.$field());
        }
        return new Keyset<>(table, List.of(order));
    }

    private static void refuseUnfit(Table<?> table, Field<?> column) {
        if (table.field(column) == null) {
            throw new IllegalArgumentException(column + " is not a column of " + table);
        }
        if (!KeyType.fits(column)) {
            throw new IllegalArgumentException(column + " is of a type that no index under row-level security serves");
        }
        // A null has no place in a comparison of rows: its row would be on no page.
        if (column.getDataType().nullable()) {
            throw new IllegalArgumentException(column + " is nullable: sort by a stored column that is not");
        }
    }

    Table<R> table() {
        return table;
    }

    CursorCodec cursors() {
        return cursors;
    }

    /** The order in which a page is read: that of the list, or the reverse for a page that is read backward. */
    List<SortField<?>> order(boolean backward) {
        return backward ? order.stream().<SortField<?>>map(Keyset::reversed).toList() : order;
    }

    private static SortField<?> reversed(SortField<?> column) {
        return column.$field().sort(isDescending(column) ? SortOrder.ASC : SortOrder.DESC);
    }

    static boolean isDescending(SortField<?> column) {
        return column.getOrder() == SortOrder.DESC;
    }
}
