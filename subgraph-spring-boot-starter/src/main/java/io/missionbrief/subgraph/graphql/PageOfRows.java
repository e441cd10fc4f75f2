package io.missionbrief.subgraph.graphql;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jooq.Record;

/**
 * What was read for a page.
 *
 * @param rows in the direction of reading, and one more than the page has when the list goes on
 */
record PageOfRows<R extends Record>(Keyset<R> order, PageRequest page, List<R> rows) {

    /** @param otherSide whether there are rows on the side that the page was not read towards */
    <T> Connection<T> connection(Function<? super R, T> node, BooleanSupplier otherSide, IntSupplier totalCount) {
        boolean goesOn = rows.size() > page.size();
        BooleanSupplier thisSide = () -> goesOn;
        return new Connection<>(
                shown().stream().map(row -> edge(row, node)).toList(),
                page.backward() ? otherSide : thisSide,
                page.backward() ? thisSide : otherSide,
                totalCount);
    }

    private List<R> shown() {
        List<R> shown = rows.subList(0, Math.min(rows.size(), page.size()));
        return page.backward() ? shown.reversed() : shown;
    }

    private <T> Connection.Edge<T> edge(R row, Function<? super R, T> node) {
        return new Connection.Edge<>(node.apply(row), order.cursors().write(row));
    }
}
