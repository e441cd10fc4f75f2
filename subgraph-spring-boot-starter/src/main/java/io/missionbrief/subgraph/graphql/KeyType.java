package io.missionbrief.subgraph.graphql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The types that a column of an order may have: PostgreSQL compares them without leaking, and a cursor holds their text. */
final class KeyType {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            String.class, text -> text,
            UUID.class, UUID::fromString,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            LocalDate.class, text -> day(LocalDate.parse(text)),
            OffsetDateTime.class, KeyType::instant);

    private KeyType() {}

    static boolean fits(Field<?> column) {
        return READERS.containsKey(column.getType());
    }

    /** The value as a bound parameter; null when the text is not exactly what a value of the column is written as. */
    static @Nullable <T> Field<T> parameter(Field<T> column, String text) {
        try {
            Object value = Objects.requireNonNull(READERS.get(column.getType())).apply(text);
            return value.toString().equals(text) ? DSL.val(column.getType().cast(value), column.getDataType()) : null;
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static OffsetDateTime instant(String text) {
        OffsetDateTime instant = OffsetDateTime.parse(text);
        day(instant.toLocalDate());
        return instant;
    }

    /** PostgreSQL has an end on both sides, and no row of ours lies near it. */
    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("Not a year of ours");
        }
        return day;
    }
}
