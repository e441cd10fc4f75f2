package io.missionbrief.subgraph.graphql;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the shape of a Relay connection. What costs a statement of its own is computed when the query
 * selects it, and not otherwise.
 *
 * @param <T> a row, as the schema shows it
 */
public final class Connection<T> {

    private final List<Edge<T>> edges;
    private final BooleanSupplier hasNextPage;
    private final BooleanSupplier hasPreviousPage;
    private final IntSupplier totalCount;

    Connection(
            List<Edge<T>> edges, BooleanSupplier hasNextPage, BooleanSupplier hasPreviousPage, IntSupplier totalCount) {
        this.edges = List.copyOf(edges);
        this.hasNextPage = hasNextPage;
        this.hasPreviousPage = hasPreviousPage;
        this.totalCount = totalCount;
    }

    /** A list without rows. */
    public static <T> Connection<T> empty() {
        return new Connection<>(List.of(), () -> false, () -> false, () -> 0);
    }

    /** The rows, in the order of the list in either direction. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** The rows with their cursors. */
    public List<Edge<T>> edges() {
        return edges;
    }

    public PageInfo pageInfo() {
        return new PageInfo(this);
    }

    /** How many rows the whole list has, counted now. */
    public int totalCount() {
        return totalCount.getAsInt();
    }

    /** The same page with each row shown otherwise. */
    public <R> Connection<R> map(Function<? super T, ? extends R> node) {
        List<Edge<R>> mapped = edges.stream()
                .map(edge -> new Edge<R>(node.apply(edge.node()), edge.cursor()))
                .toList();
        return new Connection<>(mapped, hasNextPage, hasPreviousPage, totalCount);
    }

    /**
     * A row and its place.
     *
     * @param cursor the row's place in this order, to be given back as {@code after} or {@code before}
     */
    public record Edge<T>(T node, String cursor) {}

    /** Where a page lies in its list. */
    public static final class PageInfo {

        private final Connection<?> connection;

        private PageInfo(Connection<?> connection) {
            this.connection = connection;
        }

        /** Whether a row follows the last of this page. */
        public boolean hasNextPage() {
            return connection.hasNextPage.getAsBoolean();
        }

        /** Whether a row comes before the first of this page. */
        public boolean hasPreviousPage() {
            return connection.hasPreviousPage.getAsBoolean();
        }

        /** The first row's cursor; null when the page is empty. */
        public @Nullable String startCursor() {
            return connection.edges.isEmpty()
                    ? null
                    : connection.edges.getFirst().cursor();
        }

        /** The last row's cursor; null when the page is empty. */
        public @Nullable String endCursor() {
            return connection.edges.isEmpty()
                    ? null
                    : connection.edges.getLast().cursor();
        }
    }
}
