package io.missionbrief.subgraph.bulk;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one statement writes, as an array for each column:
 *
 * <pre>{@code
 * var columns = new Columns<>(notes);
 * transaction.execute(
 *         "insert into note (id, body) select id, body from unnest(?, ?) as note (id, body)",
 *         columns.uuid(Note::id),
 *         columns.text(Note::body));
 * }</pre>
 *
 * <p>However many rows, it is one statement with the same few parameters, which PostgreSQL prepares once. A row of parameters
 * for each would take longer to bind than to insert.
 *
 * @param <T> what a row is made from
 */
public final class Columns<T> {

    private static final DataType<String[]> TEXT = type(SQLDataType.CLOB.array(), "text");
    private static final DataType<UUID[]> UUIDS = type(SQLDataType.UUID.array(), "uuid");
    private static final DataType<Integer[]> INTEGER = type(SQLDataType.INTEGER.array(), "int4");
    private static final DataType<byte[][]> BYTES = type(SQLDataType.BLOB.array(), "bytea");

    private final List<T> rows;

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    /** A column of {@code text}; to be cast in the statement for another type that is written as text, such as {@code jsonb}. */
    public Param<String[]> text(Function<T, @Nullable String> value) {
        return column(TEXT, value, String[]::new);
    }

    /** A column of {@code uuid}. */
    public Param<UUID[]> uuid(Function<T, @Nullable UUID> value) {
        return column(UUIDS, value, UUID[]::new);
    }

    /** A column of {@code integer}. */
    public Param<Integer[]> integer(Function<T, @Nullable Integer> value) {
        return column(INTEGER, value, Integer[]::new);
    }

    /** A column of {@code bytea}. */
    public Param<byte[][]> bytes(Function<T, byte @Nullable []> value) {
        return column(BYTES, value, byte[][]::new);
    }

    private <E> Param<E[]> column(
            DataType<E[]> type, Function<T, @Nullable E> value, IntFunction<@Nullable E[]> array) {
        return DSL.val(rows.stream().map(value).toArray(array), type);
    }

    private static <E> DataType<E[]> type(DataType<E[]> array, String element) {
        return array.asConvertedDataType(new ArrayBinding<>(array.getType(), element));
    }
}
