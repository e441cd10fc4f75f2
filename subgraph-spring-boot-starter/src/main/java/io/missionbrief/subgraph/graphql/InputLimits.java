package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the variables of a request may hold, whatever their type. */
final class InputLimits {

    /** How a string of a document spells the character that no database stores. */
    private static final Pattern NUL = Pattern.compile("\\\\u(0000|\\{0+})");

    private static final String HALF_A_CHARACTER =
            "half a character of UTF-16, from U+D800 to U+DFFF: give both halves, or leave it out";

    /** More than anybody reads, and the time to read them grows with their square. */
    private static final Pattern TOO_MANY_DIGITS = Pattern.compile("[0-9]{1001}");

    private final int maxListSize;

    InputLimits(int maxListSize) {
        this.maxListSize = maxListSize;
    }

    /**
     * Checks the variables of a request.
     *
     * @throws RequestException QUERY_TOO_COMPLEX for a list that is too long, BAD_USER_INPUT for text that no database
     *     stores; both name the variable
     */
    void check(Map<String, Object> variables) {
        variables.forEach(this::check);
    }

    /**
     * Checks the text of a document, which may hold values as well.
     *
     * @throws RequestException BAD_USER_INPUT as {@link #check}
     */
    void checkText(String document) {
        if (NUL.matcher(document).find()) {
            throw new RequestException(
                    ErrorCode.BAD_USER_INPUT, "The document holds the character U+0000 in a string: leave it out");
        }
        if (hasHalfACharacter(document)) {
            throw new RequestException(ErrorCode.BAD_USER_INPUT, "The document holds " + HALF_A_CHARACTER);
        }
        if (TOO_MANY_DIGITS.matcher(document).find()) {
            throw new RequestException(
                    ErrorCode.BAD_USER_INPUT, "The document holds a number of more than 1000 digits: shorten it");
        }
    }

    private void check(String path, @Nullable Object value) {
        switch (value) {
            case String text -> checkText(path, text);
            case List<?> list -> checkList(path, list);
            case Map<?, ?> map ->
                map.forEach((key, below) -> {
                    checkText(path, String.valueOf(key));
                    check(path + "." + key, below);
                });
            case null, default -> {
                // A number or a truth has no size.
            }
        }
    }

    private void checkList(String path, List<?> list) {
        if (list.size() > maxListSize) {
            throw new RequestException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "'" + path + "' has " + list.size() + " values, " + maxListSize
                            + " are the most: send them in parts",
                    Map.of("field", path));
        }
        for (int i = 0; i < list.size(); i++) {
            check(path + "." + i, list.get(i));
        }
    }

    private static void checkText(String path, String text) {
        if (text.indexOf('\0') >= 0) {
            throw RequestException.badUserInput(path, "'" + path + "' holds the character U+0000: leave it out");
        }
        if (hasHalfACharacter(text)) {
            throw RequestException.badUserInput(path, "'" + path + "' holds " + HALF_A_CHARACTER);
        }
    }

    /** UTF-8 has no form for it, so that the database would store a question mark in its place. */
    private static boolean hasHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                return true;
            }
        }
        return false;
    }
}
