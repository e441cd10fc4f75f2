package io.missionbrief.subgraph.security;

/**
 * A path of plain HTTP that is reached without a token, because something else in the request says who may, such as an
 * address that was given to one caller and cannot be guessed. Whoever serves it decides; a token that comes along all the
 * same has to be a good one. Each bean of this type opens its path.
 *
 * @param pattern such as {@code /lead-imports/{workspace}/{secret}}
 */
public record OpenPath(String pattern) {

    /** @throws IllegalArgumentException when everything below it would be open */
    public OpenPath {
        if (!pattern.startsWith("/") || pattern.contains("**")) {
            throw new IllegalArgumentException("An open path begins with / and says how long it is: " + pattern);
        }
    }
}
