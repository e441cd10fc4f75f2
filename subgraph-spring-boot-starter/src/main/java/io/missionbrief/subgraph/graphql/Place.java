package io.missionbrief.subgraph.graphql;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * A place in an order, from which its rows lie on one side or the other.
 *
 * @param order the order's columns
 * @param values the place's value in each
 */
record Place(List<SortField<?>> order, List<Field<?>> values) {

    /** The rows that follow. */
    Condition after() {
        return beyond(true, false);
    }

    /** The rows that come before, and the one that is here. */
    Condition hereOrBefore() {
        return beyond(false, true);
    }

    private Condition beyond(boolean after, boolean here) {
        return isUniform() ? inOneComparison(after, here) : columnByColumn(after, here);
    }

    private boolean isUniform() {
        return order.stream().map(Keyset::isDescending).distinct().count() == 1;
    }

    /** {@code (a, b) > (?, ?)}: one range of an index. */
    private Condition inOneComparison(boolean after, boolean here) {
        var columns = DSL.row(order.stream().<Field<?>>map(SortField::$field).toList());
        var place = DSL.row(values);
        if (isGreater(order.getFirst(), after)) {
            return here ? columns.ge(place) : columns.gt(place);
        }
        return here ? columns.le(place) : columns.lt(place);
    }

    /**
     * {@code a <= ? and (a < ? or a = ? and b > ?)}: the first comparison says nothing new, but is a range of an index.
     */
    private Condition columnByColumn(boolean after, boolean here) {
        Condition equalSoFar = DSL.noCondition();
        List<Condition> ways = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            boolean last = i == order.size() - 1;
            ways.add(equalSoFar.and(compared(i, after, here && last)));
            equalSoFar = equalSoFar.and(equal(order.get(i).$field(), values.get(i)));
        }
        return compared(0, after, true).and(DSL.or(ways));
    }

    private Condition compared(int column, boolean after, boolean here) {
        return compared(order.get(column).$field(), values.get(column), isGreater(order.get(column), after), here);
    }

    @SuppressWarnings("unchecked") // the value was made for the column
    private static <T> Condition compared(Field<T> column, Field<?> value, boolean greater, boolean here) {
        Field<T> place = (Field<T>) value;
        if (greater) {
            return here ? column.ge(place) : column.gt(place);
        }
        return here ? column.le(place) : column.lt(place);
    }

    @SuppressWarnings("unchecked") // the value was made for the column
    private static <T> Condition equal(Field<T> column, Field<?> value) {
        return column.eq((Field<T>) value);
    }

    private static boolean isGreater(SortField<?> column, boolean after) {
        return Keyset.isDescending(column) != after;
    }
}
