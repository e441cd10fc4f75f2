package io.missionbrief.subgraph.graphql;

import com.apollographql.federation.graphqljava._Entity;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets no malformed key reach an entity method: a key that is missing, a list or an object, which cannot be bound and
 * would fail the whole batch, becomes the empty text, which is no object's key and is answered by null in its place.
 */
final class ScalarKeys implements DataFetcher<Object> {

    private static final String NO_KEY = "";

    private final DataFetcher<?> entities;

    /** The fields of each type's simple keys; a key that leads into an object is the entity method's to judge. */
    private final Map<String, Set<String>> keys;

    private ScalarKeys(DataFetcher<?> entities, Map<String, Set<String>> keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /** The same schema, its entities fetched with well-formed keys only. */
    static GraphQLSchema in(GraphQLSchema schema) {
        GraphQLFieldDefinition field = schema.getQueryType().getFieldDefinition(_Entity.fieldName);
        if (field == null) {
            return schema;
        }
        FieldCoordinates coordinates = FieldCoordinates.coordinates(schema.getQueryType(), field);
        DataFetcher<?> entities = schema.getCodeRegistry().getDataFetcher(coordinates, field);
        GraphQLCodeRegistry wrapped = schema.getCodeRegistry()
                .transform(registry -> registry.dataFetcher(coordinates, new ScalarKeys(entities, keysOf(schema))));
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(wrapped));
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        List<Map<String, Object>> given = environment.getArgument(_Entity.argumentName);
        if (given == null) {
            return entities.get(environment);
        }
        List<Map<String, Object>> checked = given.stream().map(this::checked).toList();
        return entities.get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(Map.of(_Entity.argumentName, checked))
                .build());
    }

    private Map<String, Object> checked(Map<String, Object> representation) {
        Set<String> ofType = keys.getOrDefault(String.valueOf(representation.get("__typename")), Set.of());
        boolean keyless = ofType.stream().noneMatch(representation::containsKey);
        Map<String, Object> checked = new HashMap<>(representation);
        for (String key : ofType) {
            // An entity may have several keys, of which a representation has one.
            boolean expected = keyless || representation.containsKey(key);
            if (expected && !isScalar(representation.get(key))) {
                checked.put(key, NO_KEY);
            }
        }
        return checked;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static Map<String, Set<String>> keysOf(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLDirectiveContainer.class::isInstance)
                .collect(Collectors.toMap(GraphQLNamedType::getName, type -> keysOf((GraphQLDirectiveContainer) type)));
    }

    private static Set<String> keysOf(GraphQLDirectiveContainer type) {
        Set<String> keys = new HashSet<>();
        for (GraphQLAppliedDirective directive : type.getAppliedDirectives("key")) {
            String fields = String.valueOf(
                    Objects.requireNonNull(directive.getArgument("fields")).<Object>getValue());
            if (!fields.contains("{")) {
                keys.addAll(List.of(fields.trim().split("[\\s,]+")));
            }
        }
        return keys;
    }
}
