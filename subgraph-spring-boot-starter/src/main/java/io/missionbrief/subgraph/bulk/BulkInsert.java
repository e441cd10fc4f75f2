package io.missionbrief.subgraph.bulk;

import static java.util.stream.Collectors.joining;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows of a table by one statement, whatever their number: {@link Columns} for what differs between them, and what
 * is the same in all of them once.
 */
public final class BulkInsert {

    /** What the rows differ in is read under this name. */
    private static final String EACH = "each_row";

    private BulkInsert() {}

    /**
     * Inserts rows. Nothing is read back: what the caller wants to know, such as ids, is to be drawn before.
     *
     * @param rows of one table, with values in the same fields; nothing is done when there is none. A text that is too long for
     *     a {@code varchar(n)} is cut, as every cast does
     * @throws IllegalArgumentException when the rows have values in different fields, or differ in a column of a type that is
     *     not known here
     * @throws org.jooq.exception.DataAccessException when the table refuses a row; then none is inserted
     */
    public static <R extends TableRecord<R>> void insert(DSLContext transaction, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        R first = rows.getFirst();
        if (!rows.stream().allMatch(row -> hasValuesInTheSameFields(row, first))) {
            throw new IllegalArgumentException("Rows with values in different fields: some would be lost");
        }
        var columns = new Columns<>(rows);
        List<Field<?>> fields = new ArrayList<>();
        List<Param<?>> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        for (int place = 0; place < first.size(); place++) {
            if (first.touched(place)) {
                Field<?> field = first.fields()[place];
                fields.add(field);
                if (isSame(rows, place)) {
                    values.add(once(first, field));
                } else {
                    arrays.add(array(columns, field, place));
                    names.add(field.getName());
                    values.add(DSL.field(DSL.name(EACH, field.getName())).cast(field));
                }
            }
        }
        transaction
                .insertInto(first.getTable(), fields)
                .select(DSL.select(values).from(each(arrays, names, rows.size())))
                .execute();
    }

    private static boolean hasValuesInTheSameFields(TableRecord<?> row, TableRecord<?> other) {
        return IntStream.range(0, row.size()).allMatch(place -> row.touched(place) == other.touched(place));
    }

    private static boolean isSame(List<? extends TableRecord<?>> rows, int place) {
        Object first = rows.getFirst().get(place);
        return rows.stream().allMatch(row -> Objects.deepEquals(first, row.get(place)));
    }

    private static <T> Field<T> once(TableRecord<?> row, Field<T> field) {
        return DSL.val(row.get(field), field).cast(field);
    }

    /** @param place of the field in each row: to look for the field in each would take longer than the rest */
    private static <R extends TableRecord<R>> Param<?> array(Columns<R> columns, Field<?> field, int place) {
        if (field.getType() == UUID.class) {
            return columns.uuid(row -> (UUID) row.get(place));
        }
        return field.getType() == Integer.class
                ? columns.integer(row -> (Integer) row.get(place))
                : columns.text(row -> text(field, row.get(place)));
    }

    private static Table<?> each(List<Param<?>> arrays, List<String> names, int rows) {
        if (arrays.isEmpty()) {
            return DSL.table("generate_series(1, {0})", DSL.val(rows));
        }
        String unnest =
                IntStream.range(0, arrays.size()).mapToObj("{%d}"::formatted).collect(joining(", ", "unnest(", ")"));
        return DSL.table(unnest, arrays.toArray()).as(EACH, names.toArray(String[]::new));
    }

    /** As PostgreSQL reads a value of the column's type. */
    private static @Nullable String text(Field<?> field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case JSONB json -> json.data();
            case String[] texts -> array(texts);
            case Temporal _, Number _, Boolean _ -> value.toString();
            default ->
                throw new IllegalArgumentException("The column %s is of a type that is not known here: %s"
                        .formatted(field.getName(), field.getDataType()));
        };
    }

    /** As PostgreSQL writes an array: an array of arrays cannot have rows of different lengths. */
    private static String array(@Nullable String[] texts) {
        return Arrays.stream(texts)
                .map(text ->
                        text == null ? "NULL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(joining(",", "{", "}"));
    }
}
