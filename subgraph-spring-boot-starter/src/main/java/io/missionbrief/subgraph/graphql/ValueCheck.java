package io.missionbrief.subgraph.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.missionbrief.subgraph.error.RequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a value, and where in it. The engine finds it too, but does not say where in a variable, and
 * says it of a document in the words of its own classes. A value is what JSON holds, or a literal of a document.
 */
final class ValueCheck {

    private static final int SHOWN = 60;

    private final GraphQLContext context;
    private final Locale locale;

    ValueCheck(GraphQLContext context, Locale locale) {
        this.context = context;
        this.locale = locale;
    }

    /** The refusal of a value that had to be given. */
    static RequestException missing(String path, GraphQLType type) {
        return refusal(path, " is missing: give " + described(type));
    }

    /**
     * What is wrong with a value, first things first; nothing when it is one of the type.
     *
     * @param path where the value stands, such as {@code input.email}
     */
    Stream<RequestException> mistakes(String path, GraphQLType type, @Nullable Object given) {
        if (given instanceof VariableReference) {
            return Stream.empty();
        }
        boolean none = given == null || given instanceof NullValue;
        return switch (type) {
            case GraphQLNonNull required
            when none -> Stream.of(refusal(path, " is null: give " + described(required.getWrappedType())));
            case GraphQLNonNull required -> mistakes(path, required.getWrappedType(), given);
            case GraphQLType _ when none -> Stream.empty();
            case GraphQLList list -> inList(path, list.getWrappedType(), Objects.requireNonNull(given));
            case GraphQLInputObjectType object -> inObject(path, object, fields(given));
            case GraphQLEnumType values -> inEnum(path, values, given);
            case GraphQLScalarType scalar -> inScalar(path, scalar, Objects.requireNonNull(given));
            default -> Stream.empty();
        };
    }

    private Stream<RequestException> inList(String path, GraphQLType type, Object given) {
        List<?> values = switch (given) {
            case List<?> list -> list;
            case ArrayValue list -> list.getValues();
            default -> null;
        };
        return values == null
                ? mistakes(path, type, given)
                : IntStream.range(0, values.size())
                        .boxed()
                        .flatMap(index -> mistakes(path + "." + index, type, values.get(index)));
    }

    private Stream<RequestException> inObject(
            String path, GraphQLInputObjectType type, @Nullable Map<String, @Nullable Object> fields) {
        if (fields == null) {
            return Stream.of(refusal(path, " is not an object: give the fields of " + type.getName()));
        }
        Stream<RequestException> unknown = fields.keySet().stream()
                .filter(name -> type.getFieldDefinition(name) == null)
                .map(name -> refusal(path + "." + name, " is not a field of " + type.getName() + ": leave it out"));
        return Stream.concat(
                unknown,
                type.getFieldDefinitions().stream()
                        .flatMap(field -> fields.containsKey(field.getName())
                                ? mistakes(path + "." + field.getName(), field.getType(), fields.get(field.getName()))
                                : absent(path + "." + field.getName(), field)));
    }

    private static Stream<RequestException> absent(String path, GraphQLInputObjectField field) {
        return GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue()
                ? Stream.of(missing(path, field.getType()))
                : Stream.empty();
    }

    private static Stream<RequestException> inEnum(String path, GraphQLEnumType type, @Nullable Object given) {
        Object name = given instanceof EnumValue literal ? literal.getName() : given;
        return name instanceof String text && type.getValue(text) != null
                ? Stream.empty()
                : Stream.of(refusal(path, ": " + shown(given) + " is not " + described(type)));
    }

    private Stream<RequestException> inScalar(String path, GraphQLScalarType type, Object given) {
        Coercing<?, ?> coercing = type.getCoercing();
        try {
            if (given instanceof Value<?> literal) {
                coercing.parseLiteral(literal, CoercedVariables.emptyVariables(), context, locale);
            } else {
                coercing.parseValue(given, context, locale);
            }
            return Stream.empty();
        } catch (CoercingParseLiteralException | CoercingParseValueException refused) {
            return Stream.of(refusal(
                    path,
                    ": "
                            + (coercing instanceof TextScalar<?> || coercing instanceof JsonScalar
                                    ? refused.getMessage()
                                    : shown(given) + " is not " + described(type))));
        }
    }

    private static @Nullable Map<String, @Nullable Object> fields(@Nullable Object given) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        switch (given) {
            case Map<?, ?> object -> object.forEach((name, value) -> fields.put(String.valueOf(name), value));
            case ObjectValue object -> {
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), field.getValue());
                }
            }
            case null, default -> {
                return null;
            }
        }
        return fields;
    }

    private static RequestException refusal(String path, String what) {
        return RequestException.badUserInput(path, "'" + path + "'" + what);
    }

    private static String described(GraphQLType type) {
        return "a value of the type " + GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type));
    }

    private static String shown(@Nullable Object given) {
        String text = given instanceof Value<?> literal ? AstPrinter.printAst(literal) : String.valueOf(given);
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
    }
}
