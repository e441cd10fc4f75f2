package io.missionbrief.subgraph.security;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the {@code @requiresScopes} of a schema in the subgraph itself, whatever the router did: before anything is
 * looked up, at every path that leads to a field, and before a mutation writes anything. A field without scopes costs
 * nothing.
 */
public final class RequiredScopes {

    static final String ENTITIES = "_entities";

    private static final Set<String> FEDERATION = Set.of(ENTITIES, "_service");

    private final Set<String> publicFields;
    private volatile boolean enforced;

    /** With the root fields, such as {@code Query.me}, that every valid token may select. */
    public RequiredScopes(Set<String> publicFields) {
        this.publicFields = Set.copyOf(publicFields);
    }

    /**
     * The same schema, its scopes enforced.
     *
     * @throws IllegalStateException when a root field asks for no scope and is not listed as public
     */
    public GraphQLSchema enforce(GraphQLSchema schema) {
        FieldScopes scopes = new FieldScopes(schema);
        requireDecisionOnRoots(scopes);
        GraphQLCodeRegistry.Builder fetchers = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        Map<FieldCoordinates, ScopeGuard> guards = guards(scopes);
        guardMutations(guards, fetchers, schema.getMutationType());
        guards.forEach((field, guard) ->
                wrap(fetchers, field, schema.getFieldDefinition(field), fetcher -> new GuardedField(guard, fetcher)));
        guardEntities(scopes, fetchers, schema.getQueryType());
        enforced = true;
        return schema.transformWithoutTypes(builder -> builder.codeRegistry(fetchers.build()));
    }

    boolean isEnforced() {
        return enforced;
    }

    private static Map<FieldCoordinates, ScopeGuard> guards(FieldScopes scopes) {
        Map<FieldCoordinates, ScopeGuard> guards = new HashMap<>();
        for (GraphQLObjectType type : scopes.types()) {
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                Set<ScopeRule> unchecked = scopes.unchecked(type, field);
                if (!unchecked.isEmpty()) {
                    guards.put(
                            FieldCoordinates.coordinates(type, field),
                            ScopeGuard.of("field " + name(type, field), unchecked));
                }
            }
        }
        return Map.copyOf(guards);
    }

    private static void guardMutations(
            Map<FieldCoordinates, ScopeGuard> guards,
            GraphQLCodeRegistry.Builder fetchers,
            @Nullable GraphQLObjectType mutation) {
        if (mutation == null) {
            return;
        }
        for (GraphQLFieldDefinition field : mutation.getFieldDefinitions()) {
            wrap(
                    fetchers,
                    FieldCoordinates.coordinates(mutation, field),
                    field,
                    fetcher -> new GuardedMutation(guards, fetcher));
        }
    }

    private static void guardEntities(
            FieldScopes scopes, GraphQLCodeRegistry.Builder fetchers, GraphQLObjectType query) {
        GraphQLFieldDefinition entities = query.getFieldDefinition(ENTITIES);
        if (entities == null) {
            return;
        }
        Map<String, ScopeGuard> guards = new HashMap<>();
        for (GraphQLObjectType type : scopes.types()) {
            Set<ScopeRule> rules = ScopeRule.on(type);
            if (!rules.isEmpty()) {
                guards.put(type.getName(), ScopeGuard.of("type " + type.getName(), rules));
            }
        }
        wrap(
                fetchers,
                FieldCoordinates.coordinates(query, entities),
                entities,
                fetcher -> new GuardedEntities(Map.copyOf(guards), fetcher));
    }

    private static void wrap(
            GraphQLCodeRegistry.Builder fetchers,
            FieldCoordinates coordinates,
            GraphQLFieldDefinition field,
            Function<DataFetcher<?>, DataFetcher<?>> guarded) {
        fetchers.dataFetcher(coordinates, guarded.apply(fetchers.getDataFetcher(coordinates, field)));
    }

    private void requireDecisionOnRoots(FieldScopes scopes) {
        Set<String> open = scopes.roots()
                .flatMap(root -> root.getFieldDefinitions().stream()
                        .filter(field -> !FEDERATION.contains(field.getName()))
                        .filter(field -> scopes.required(root, field).isEmpty())
                        .map(field -> name(root, field)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> undecided = new TreeSet<>(open);
        undecided.removeAll(publicFields);
        if (!undecided.isEmpty()) {
            throw new IllegalStateException("These root fields ask for no scope: " + undecided
                    + ". Give each @requiresScopes, or list it in mission-brief.security.public-fields");
        }
        Set<String> idle = new TreeSet<>(publicFields);
        idle.removeAll(open);
        if (!idle.isEmpty()) {
            throw new IllegalStateException("mission-brief.security.public-fields lists " + idle
                    + ", which the schema does not have or which ask for scopes");
        }
    }

    private static String name(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return type.getName() + "." + field.getName();
    }
}
