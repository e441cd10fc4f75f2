package io.missionbrief.subgraph.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many fields an operation can answer: each field counts one, and what lies below a list counts as often as the list
 * may have rows, see {@link ListSize}. Computed by the types of the schema, so that no spelling of a query hides a list,
 * for validated documents, whose fragments have no cycles, with the variables of a request.
 */
final class OperationCost {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<Spread, Long> ofFragments = new HashMap<>();

    /** What a fragment costs depends on the page that it is spread on. */
    private record Spread(String fragment, SizedLists page) {}

    private OperationCost(
            GraphQLSchema schema, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    static long of(
            GraphQLSchema schema, Document document, @Nullable String operationName, Map<String, Object> variables) {
        var operation = NodeUtil.getOperation(document, operationName);
        return new OperationCost(schema, operation.fragmentsByName, variables)
                .of(
                        operation.operationDefinition.getSelectionSet(),
                        root(schema, operation.operationDefinition),
                        SizedLists.NONE);
    }

    private static @Nullable GraphQLType root(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private long of(@Nullable SelectionSet selections, @Nullable GraphQLType parent, SizedLists page) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = saturated(sum + of(selection, parent, page));
            }
        }
        return sum;
    }

    private long of(Selection<?> selection, @Nullable GraphQLType parent, SizedLists page) {
        return switch (selection) {
            case Field field -> of(field, parent, page);
            case InlineFragment fragment ->
                of(
                        fragment.getSelectionSet(),
                        fragment.getTypeCondition() == null
                                ? parent
                                : schema.getType(fragment.getTypeCondition().getName()),
                        page);
            case FragmentSpread spread -> of(new Spread(spread.getName(), page));
            default -> 0;
        };
    }

    private long of(Field field, @Nullable GraphQLType parent, SizedLists page) {
        GraphQLFieldDefinition definition = parent instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field.getName())
                : null;
        if (definition == null || field.getSelectionSet() == null) {
            return 1;
        }
        ListSize size = ListSize.of(definition, field, variables);
        long below = of(
                field.getSelectionSet(),
                GraphQLTypeUtil.unwrapAll(definition.getType()),
                size.isOfThisField() ? SizedLists.NONE : size.below());
        return saturated(1 + (size.isOfThisField() ? page.rows(field.getName(), size.rows()) : 1) * below);
    }

    private long of(Spread spread) {
        Long known = ofFragments.get(spread);
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(spread.fragment());
        long cost = fragment == null
                ? 0
                : of(
                        fragment.getSelectionSet(),
                        schema.getType(fragment.getTypeCondition().getName()),
                        spread.page());
        ofFragments.put(spread, cost);
        return cost;
    }

    /** Far beyond any limit, and far from the end of 64 bits when multiplied once more. */
    private static long saturated(long cost) {
        return Math.min(cost, 1L << 40);
    }
}
