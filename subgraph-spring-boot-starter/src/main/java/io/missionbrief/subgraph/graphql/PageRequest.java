package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list are asked for. A controller method takes it as an argument by type; it is read from the field's
 * arguments {@code first}, {@code after}, {@code last} and {@code before}.
 *
 * @param size how many rows, 1 to {@value #MAXIMUM}
 * @param backward whether they are the last ones before the cursor instead of the first ones after it
 * @param cursor where to begin, exclusive; null for the end of the list that the direction begins at
 */
public record PageRequest(
        int size, boolean backward, @Nullable String cursor) {

    /** The rows of a page when the request does not say. */
    public static final int DEFAULT = 20;

    /** The most rows of a page. */
    public static final int MAXIMUM = 100;

    /** @throws RequestException BAD_USER_INPUT that names the argument when the size is out of range */
    public PageRequest {
        if (size < 1 || size > MAXIMUM) {
            String argument = backward ? "last" : "first";
            throw RequestException.badUserInput(
                    argument,
                    "'" + argument + "' is " + size + ": ask for 1 to " + MAXIMUM + " rows, then for more pages");
        }
    }

    /** The first rows of the list, {@value #DEFAULT} at most. */
    public static PageRequest initial() {
        return new PageRequest(DEFAULT, false, null);
    }

    /**
     * The page that the four arguments of a connection mean.
     *
     * @throws RequestException BAD_USER_INPUT that names the argument when one is out of range or contradicts another
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (last == null && before == null) {
            return new PageRequest(first == null ? DEFAULT : first, false, after);
        }
        refuseTogether("first", first, "forward");
        refuseTogether("after", after, "forward");
        return new PageRequest(last == null ? DEFAULT : last, true, before);
    }

    private static void refuseTogether(String argument, @Nullable Object value, String direction) {
        if (value != null) {
            throw RequestException.badUserInput(
                    argument,
                    "'" + argument + "' walks " + direction + " and cannot stand beside 'last' or 'before':"
                            + " use first and after, or last and before");
        }
    }

    /** The name of the argument that the cursor came in. */
    String cursorArgument() {
        return backward ? "before" : "after";
    }
}
