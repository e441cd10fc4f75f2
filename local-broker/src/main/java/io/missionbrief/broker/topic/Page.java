package io.missionbrief.broker.topic;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param members of this page
 * @param next where the next one begins, empty when this is the last
 * @param <T> of the list
 */
record Page<T>(List<T> members, String next) {

    private static final int SIZE = 100;

    /** The page that a request asks for. */
    static <T> Page<T> of(List<T> all, Form form) {
        int from = Math.min(token(form), all.size());
        int to = Math.min(from + SIZE, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : "");
    }

    private static int token(Form form) {
        try {
            return Math.max(
                    0,
                    Integer.parseInt(form.optional("NextToken")
                            .filter(token -> !token.isEmpty())
                            .orElse("0")));
        } catch (NumberFormatException _) {
            throw SnsException.invalid("NextToken", "it is none of those that were given out");
        }
    }

    Element toElement(String result, String list, Function<T, List<Element>> content) {
        Element element = Element.of(result, Element.list(list, members, content));
        return next.isEmpty() ? element : element.with(Element.text("NextToken", next));
    }
}
