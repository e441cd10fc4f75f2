package io.missionbrief.subgraph.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Any JSON that can be stored: maps, lists and plain values of Java, nodes of Jackson, and columns of jOOQ. */
final class JsonScalar implements Coercing<Object, Object> {

    static final GraphQLScalarType JSON = ExtendedScalars.Json.transform(scalar -> scalar.coercing(new JsonScalar()));

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Coercing<?, ?> values = ExtendedScalars.Object.getCoercing();

    private JsonScalar() {}

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value instanceof JSONB column ? MAPPER.readTree(column.data()) : value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        String mistake = StorableJson.mistake(input);
        if (mistake != null) {
            throw new CoercingParseValueException(mistake);
        }
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String mistake = StorableJson.mistake(input);
        if (mistake != null) {
            throw new CoercingParseLiteralException(mistake);
        }
        return values.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return values.valueToLiteral(input, context, locale);
    }
}
