package io.missionbrief.subgraph.graphql;

import graphql.language.ArrayValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which JSON can be stored and read again. PostgreSQL writes every digit of a number out, and takes more of them, and
 * deeper values, than readers of JSON do: one such value would make its row unreadable for ever.
 */
final class StorableJson {

    /** How deep lists and objects may lie in one another. */
    static final int DEPTH = 50;

    /** How many digits a number may have when it is written out: as many as any number of JavaScript has. */
    static final int DIGITS = 400;

    private StorableJson() {}

    /**
     * Why a value cannot be stored, and the way out; null when it can.
     *
     * @param value of Java, as a variable has it, or a literal of a document, whose variables are not looked into
     */
    static @Nullable String mistake(@Nullable Object value) {
        return mistake(value, 0);
    }

    private static @Nullable String mistake(@Nullable Object value, int depth) {
        return switch (value) {
            case Map<?, ?> object -> inside(object.values(), depth);
            case List<?> list -> inside(list, depth);
            case ObjectValue object ->
                inside(
                        object.getObjectFields().stream()
                                .map(ObjectField::getValue)
                                .toList(),
                        depth);
            case ArrayValue list -> inside(list.getValues(), depth);
            case IntValue literal -> tooLong(new BigDecimal(literal.getValue()));
            case FloatValue literal -> tooLong(literal.getValue());
            case BigInteger number -> tooLong(new BigDecimal(number));
            case BigDecimal number -> tooLong(number);
            case Double number ->
                Double.isFinite(number) ? null : "it holds a number that is too large: make it smaller";
            case null, default -> null;
        };
    }

    private static @Nullable String inside(Collection<?> values, int depth) {
        if (depth == DEPTH) {
            return "it is nested deeper than " + DEPTH + " levels: make it flatter";
        }
        for (Object value : values) {
            String mistake = mistake(value, depth + 1);
            if (mistake != null) {
                return mistake;
            }
        }
        return null;
    }

    private static @Nullable String tooLong(BigDecimal number) {
        long digits =
                Math.max(number.precision(), Math.max(number.scale(), (long) number.precision() - number.scale()));
        return digits <= DIGITS
                ? null
                : "it holds a number of more than " + DIGITS + " digits: give it as a string, or shorten it";
    }
}
