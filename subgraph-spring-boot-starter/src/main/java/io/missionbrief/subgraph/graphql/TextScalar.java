package io.missionbrief.subgraph.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.function.Function;

/**
 * A scalar that is text in JSON and a value of {@code T} in Java. Its errors say what was given and what was expected,
 * and never what was thrown.
 */
final class TextScalar<T> implements Coercing<T, String> {

    private static final int SHOWN = 60;

    private final String expected;
    private final Class<T> type;
    private final Function<String, T> read;
    private final Function<T, String> write;

    private TextScalar(String expected, Class<T> type, Function<String, T> read, Function<T, String> write) {
        this.expected = expected;
        this.type = type;
        this.read = read;
        this.write = write;
    }

    /**
     * A scalar of this kind.
     *
     * @param expected what a text has to be, continuing "is not"
     * @param read the value of a text; throws whatever it likes when the text is none
     * @param write the text of a value
     */
    static <T> GraphQLScalarType named(
            String name, String expected, Class<T> type, Function<String, T> read, Function<T, String> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar<>(expected, type, read, write))
                .build();
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        if (type.isInstance(value)) {
            return write.apply(type.cast(value));
        }
        // A value that was kept as text, such as an email address, is checked on its way out as well.
        if (value instanceof String text) {
            return write.apply(parsed(text, CoercingSerializeException::new));
        }
        throw new CoercingSerializeException("The value is not " + expected);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        return switch (input) {
            case String text -> parsed(text, CoercingParseValueException::new);
            case Integer number -> parsed(number.toString(), CoercingParseValueException::new);
            case Long number -> parsed(number.toString(), CoercingParseValueException::new);
            default -> throw new CoercingParseValueException(refusal(String.valueOf(input)) + ", as a string");
        };
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return switch (input) {
            case StringValue text -> parsed(String.valueOf(text.getValue()), CoercingParseLiteralException::new);
            case IntValue number -> parsed(number.getValue().toString(), CoercingParseLiteralException::new);
            default -> throw new CoercingParseLiteralException(refusal(AstPrinter.printAst(input)) + ", as a string");
        };
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }

    private T parsed(String text, Function<String, RuntimeException> failure) {
        try {
            return read.apply(text);
        } catch (RuntimeException e) {
            throw failure.apply(refusal(text));
        }
    }

    private String refusal(String given) {
        String shown = given.length() > SHOWN ? given.substring(0, SHOWN) + "..." : given;
        return "'" + shown + "' is not " + expected;
    }
}
