package io.missionbrief.subgraph.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that the filter of a list gives; one that is not given is null, and none.
 *
 * <pre>{@code
 * new Conditions().oneOf(LEAD.STATUS, status).when(createdFrom, LEAD.CREATED_AT::ge).all()
 * }</pre>
 */
public final class Conditions {

    private final List<Condition> conditions = new ArrayList<>();

    /** A condition made from the value, when there is one. */
    public <T> Conditions when(@Nullable T value, Function<T, Condition> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
        return this;
    }

    /** The column holds the name of one of the values, when a list is given; none of an empty list. */
    public Conditions oneOf(Field<String> column, @Nullable List<? extends Enum<?>> values) {
        return when(values, given -> column.in(given.stream().map(Enum::name).toList()));
    }

    /** All of them together. */
    public Condition all() {
        return DSL.and(conditions);
    }
}
