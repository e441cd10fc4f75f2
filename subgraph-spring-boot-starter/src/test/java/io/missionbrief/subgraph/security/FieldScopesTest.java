package io.missionbrief.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.EchoingWiringFactory;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldScopesTest {

    private static final String DIRECTIVE =
            "directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE\n";

    @Test
    void aListChecksItsScopeOnceAndNotOnceARow() {
        FieldScopes scopes = scopes("""
                type Query { leads: LeadConnection @requiresScopes(scopes: [["leads:read"]]) }
                type LeadConnection { nodes: [Lead!]! edges: [LeadEdge!]! }
                type LeadEdge { node: Lead! }
                type Lead @requiresScopes(scopes: [["leads:read"]]) { id: ID! name: String }
                """);

        assertThat(checkedAt(scopes)).containsExactly("Query.leads: leads:read");
    }

    @Test
    void aTypeIsGuardedAtEachFieldThatReturnsIt() {
        FieldScopes scopes = scopes("""
                type Query { plan: Plan @requiresScopes(scopes: [["plans:read"]]) lead: Lead }
                type Plan { sales: [Lead!]! }
                type Lead @requiresScopes(scopes: [["leads:read"]]) { id: ID! }
                """);

        assertThat(checkedAt(scopes))
                .containsExactly("Plan.sales: leads:read", "Query.lead: leads:read", "Query.plan: plans:read");
    }

    @Test
    void anotherPathWithoutTheScopeBringsTheCheckBack() {
        FieldScopes scopes = scopes("""
                type Query { leads: LeadConnection @requiresScopes(scopes: [["leads:read"]]) found: LeadConnection @requiresScopes(scopes: [["search:read"]]) }
                type LeadConnection { nodes: [Lead!]! }
                type Lead @requiresScopes(scopes: [["leads:read"]]) { id: ID! }
                """);

        assertThat(checkedAt(scopes))
                .containsExactly(
                        "LeadConnection.nodes: leads:read", "Query.found: search:read", "Query.leads: leads:read");
    }

    @Test
    void aTypeBehindAnInterfaceGuardsItsOwnFields() {
        FieldScopes scopes = scopes("""
                type Query { subject: Subject @requiresScopes(scopes: [["insights:read"]]) lead: Lead }
                interface Subject { id: ID! }
                type Lead implements Subject @requiresScopes(scopes: [["leads:read"]]) { id: ID! }
                type Label implements Subject { id: ID! }
                """);

        assertThat(checkedAt(scopes))
                .containsExactly("Lead.id: leads:read", "Query.lead: leads:read", "Query.subject: insights:read");
    }

    @Test
    void aFieldThatLeadsBackToItsTypeIsCheckedOnce() {
        FieldScopes scopes = scopes("""
                type Query { lead: Lead }
                type Lead @requiresScopes(scopes: [["leads:read"]]) { duplicates: [Lead!]! applications: [Application!]! }
                type Application @requiresScopes(scopes: [["applications:read"]]) { lead: Lead! }
                """);

        assertThat(checkedAt(scopes)).containsExactly("Lead.applications: applications:read", "Query.lead: leads:read");
    }

    @Test
    void entitiesAreCheckedByTheirTypeAndNothingBelowThemIsTrusted() {
        FieldScopes scopes = scopes("""
                type Query { _entities: [_Entity] lead: Lead }
                union _Entity = Lead | Plan
                type Lead @requiresScopes(scopes: [["leads:read"]]) { plan: Plan notes: String @requiresScopes(scopes: [["notes:read"]]) }
                type Plan { buyers: [Lead!]! }
                """);

        assertThat(checkedAt(scopes))
                .containsExactly("Lead.notes: notes:read", "Plan.buyers: leads:read", "Query.lead: leads:read");
    }

    private static FieldScopes scopes(String schema) {
        GraphQLSchema executable = new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(DIRECTIVE + schema), EchoingWiringFactory.newEchoingWiring());
        return new FieldScopes(executable);
    }

    /** Each field that is guarded, and by which scopes. */
    private static Set<String> checkedAt(FieldScopes scopes) {
        return scopes.types().stream()
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field -> !scopes.unchecked(type, field).isEmpty())
                        .map(field ->
                                type.getName() + "." + field.getName() + ": " + names(scopes.unchecked(type, field))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(Set<ScopeRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.anyOf().stream().flatMap(Set::stream))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
