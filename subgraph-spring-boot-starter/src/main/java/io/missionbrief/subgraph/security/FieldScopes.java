package io.missionbrief.subgraph.security;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which scopes each field of a schema asks for, and which of them are yet to be checked when it is fetched.
 *
 * <p>A field asks for its own scopes, those of the object type that it returns, and those of the type it belongs to.
 * What every path from a root to the field's type has checked already is not checked again: a list of leads checks
 * {@code leads:read} once, not once a lead.
 */
final class FieldScopes {

    private final GraphQLSchema schema;
    private final List<GraphQLObjectType> types;
    /** What is known to have been checked whenever a field of the type is fetched. A type that is not reached is absent. */
    private final Map<String, Set<ScopeRule>> checked = new HashMap<>();

    FieldScopes(GraphQLSchema schema) {
        this.schema = schema;
        this.types = schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .toList();
        roots().forEach(root -> checked.put(root.getName(), Set.of()));
        boolean changed = true;
        while (changed) {
            changed = types.stream()
                    .filter(type -> checked.containsKey(type.getName()))
                    .map(this::follow)
                    .reduce(false, Boolean::logicalOr);
        }
    }

    List<GraphQLObjectType> types() {
        return types;
    }

    Stream<GraphQLObjectType> roots() {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull);
    }

    /** Everything that the field asks for. */
    Set<ScopeRule> required(GraphQLObjectType type, GraphQLFieldDefinition field) {
        Set<ScopeRule> rules = new HashSet<>(ScopeRule.on(type));
        rules.addAll(ScopeRule.on(field));
        if (returned(field) instanceof GraphQLObjectType object) {
            rules.addAll(ScopeRule.on(object));
        }
        return rules;
    }

    /** What is to be checked when the field is fetched. */
    Set<ScopeRule> unchecked(GraphQLObjectType type, GraphQLFieldDefinition field) {
        Set<ScopeRule> rules = required(type, field);
        rules.removeAll(checked.getOrDefault(type.getName(), Set.of()));
        return rules;
    }

    /** Carries what is checked on the way to a type on to the types that its fields return; says whether that was news. */
    private boolean follow(GraphQLObjectType type) {
        boolean news = false;
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            Set<ScopeRule> onTheWay = new HashSet<>(required(type, field));
            onTheWay.addAll(checked.getOrDefault(type.getName(), Set.of()));
            boolean entities = field.getName().equals(RequiredScopes.ENTITIES);
            for (GraphQLObjectType target : targets(returned(field))) {
                // Entities are checked one by one, by their type.
                news |= reach(target, entities ? ScopeRule.on(target) : onTheWay);
            }
        }
        return news;
    }

    private boolean reach(GraphQLObjectType target, Set<ScopeRule> onTheWay) {
        Set<ScopeRule> before = checked.get(target.getName());
        Set<ScopeRule> after = new HashSet<>(onTheWay);
        if (before != null) {
            after.retainAll(before);
        }
        checked.put(target.getName(), after);
        return !after.equals(before);
    }

    private List<GraphQLObjectType> targets(GraphQLNamedType returned) {
        return switch (returned) {
            case GraphQLObjectType object -> List.of(object);
            case GraphQLInterfaceType anInterface -> schema.getImplementations(anInterface);
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
            default -> List.of();
        };
    }

    private static GraphQLNamedType returned(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAllAs(field.getType());
    }
}
