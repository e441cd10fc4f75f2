package io.missionbrief.subgraph.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.missionbrief.subgraph.error.RequestException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * Writes the place of a row in one order as a cursor, and reads it again: a mark of the order and the row's values in
 * its columns, in base64url. A client can make one up, which gains nothing: a place is a comparison with bound values,
 * and what is seen around it is for row-level security to say.
 */
final class CursorCodec {

    /** Cannot occur in a value: PostgreSQL stores no such character. */
    private static final String SEPARATOR = "\0";

    private static final int LONGEST = 4_000;

    private final List<Field<?>> columns;
    private final String mark;

    CursorCodec(Table<?> table, List<SortField<?>> order) {
        this.columns = order.stream().<Field<?>>map(SortField::$field).toList();
        this.mark = mark(table, order);
    }

    String write(Record row) {
        String place = Stream.concat(Stream.of(mark), columns.stream().map(column -> String.valueOf(row.get(column))))
                .collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /**
     * The values of the place that the page begins at, as bound parameters.
     *
     * @throws RequestException BAD_USER_INPUT that names the argument when the cursor is malformed or of another order
     */
    List<Field<?>> read(PageRequest page, String cursor) {
        String[] parts = decoded(page, cursor).split(SEPARATOR, -1);
        if (parts.length != columns.size() + 1 || !parts[0].equals(mark)) {
            throw refusal(page);
        }
        List<Field<?>> place = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            place.add(value(page, columns.get(i), parts[i + 1]));
        }
        return place;
    }

    private static RequestException refusal(PageRequest page) {
        return RequestException.badUserInput(
                page.cursorArgument(),
                "'" + page.cursorArgument() + "' is not a cursor of this list in this order:"
                        + " give back one that the same query answered, or leave it out to begin anew");
    }

    private static String decoded(PageRequest page, String cursor) {
        if (cursor.length() > LONGEST) {
            throw refusal(page);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal(page);
        }
    }

    private static Field<?> value(PageRequest page, Field<?> column, String text) {
        Field<?> value = KeyType.parameter(column, text);
        if (value == null) {
            throw refusal(page);
        }
        return value;
    }

    private static String mark(Table<?> table, List<SortField<?>> order) {
        String description = order.stream()
                .map(column -> column.getName() + (Keyset.isDescending(column) ? " desc" : " asc"))
                .collect(Collectors.joining(",", table.getName() + ":", ""));
        return HexFormat.of().toHexDigits(description.hashCode());
    }
}
