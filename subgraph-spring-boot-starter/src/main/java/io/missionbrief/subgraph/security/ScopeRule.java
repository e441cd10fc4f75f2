package io.missionbrief.subgraph.security;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One {@code @requiresScopes}: of at least one set every scope is needed.
 *
 * @param anyOf the sets, of which one suffices
 */
record ScopeRule(List<Set<String>> anyOf) {

    private static final Set<String> DIRECTIVE = Set.of("requiresScopes", "federation__requiresScopes");

    ScopeRule {
        if (anyOf.isEmpty() || anyOf.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("@requiresScopes names at least one scope, and no empty list of scopes");
        }
        anyOf = List.copyOf(anyOf);
    }

    /** The rules that stand on a field or a type itself. */
    static Set<ScopeRule> on(GraphQLDirectiveContainer element) {
        return element.getAppliedDirectives().stream()
                .filter(directive -> DIRECTIVE.contains(directive.getName()))
                .map(ScopeRule::read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ScopeRule read(GraphQLAppliedDirective directive) {
        List<List<String>> scopes = directive.getArgument("scopes").getValue();
        return new ScopeRule(scopes.stream().map(Set::copyOf).toList());
    }

    boolean allows(Actor actor) {
        for (Set<String> alternative : anyOf) {
            if (actor.scopes().containsAll(alternative)) {
                return true;
            }
        }
        return false;
    }

    /** What the actor needs in addition: of the set that lacks least, the first one of several. */
    Set<String> missing(Actor actor) {
        return anyOf.stream()
                .map(alternative -> lacking(alternative, actor))
                .min(Comparator.comparingInt(TreeSet::size))
                .orElseThrow();
    }

    /** What the actor needs in addition for all the rules. */
    static Set<String> missing(Collection<ScopeRule> rules, Actor actor) {
        return rules.stream()
                .filter(rule -> !rule.allows(actor))
                .flatMap(rule -> rule.missing(actor).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> lacking(Set<String> alternative, Actor actor) {
        Stream<String> lacking = alternative.stream().filter(scope -> !actor.has(scope));
        return lacking.collect(Collectors.toCollection(TreeSet::new));
    }
}
