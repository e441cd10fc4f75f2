package io.missionbrief.subgraph.change;

import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** The columns that a change of a row sets. There are none when everything is as the change wants it. */
public final class ChangedColumns {

    private final Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();

    /** Sets a column, whatever is in it. */
    public <T> ChangedColumns set(Field<T> column, @Nullable T value) {
        values.put(column, value);
        return this;
    }

    /** Sets a column to the time at which the row is written, by {@link DatabaseClock}. */
    public ChangedColumns setToNow(Field<OffsetDateTime> column) {
        values.put(column, DatabaseClock.NOW);
        return this;
    }

    /** Sets a column when that makes a difference. */
    public <T> ChangedColumns change(Field<T> column, @Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? this : set(column, after);
    }

    /**
     * Sets a column when the input has the field and it makes a difference.
     *
     * @param given the field of the input
     * @param meant what the column is to hold for what was given
     */
    public <G, T> ChangedColumns change(
            Field<T> column, @Nullable T before, ArgumentValue<G> given, Function<@Nullable G, @Nullable T> meant) {
        return given.isOmitted() ? this : change(column, before, meant.apply(given.value()));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What stands behind {@code set} in the update. */
    public Map<Field<?>, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
