package io.missionbrief.subgraph.graphql;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NodeUtil;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many fields an operation can answer: each field counts one, and what lies below a page counts as often as the page
 * may have rows. Computed for validated documents, whose fragments have no cycles, with the variables of a request.
 */
final class OperationCost {

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<String, Long> ofFragments = new HashMap<>();

    private OperationCost(Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.fragments = fragments;
        this.variables = variables;
    }

    static long of(Document document, @Nullable String operationName, Map<String, Object> variables) {
        var operation = NodeUtil.getOperation(document, operationName);
        return new OperationCost(operation.fragmentsByName, variables)
                .of(operation.operationDefinition.getSelectionSet());
    }

    private long of(@Nullable SelectionSet selections) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = saturated(sum + of(selection));
            }
        }
        return sum;
    }

    private long of(Selection<?> selection) {
        return switch (selection) {
            case Field field ->
                DocumentShape.isIntrospection(field) ? 1 : saturated(1 + rows(field) * of(field.getSelectionSet()));
            case InlineFragment fragment -> of(fragment.getSelectionSet());
            case FragmentSpread spread -> of(spread);
            default -> 0;
        };
    }

    private long of(FragmentSpread spread) {
        Long known = ofFragments.get(spread.getName());
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(spread.getName());
        long cost = fragment == null ? 0 : of(fragment.getSelectionSet());
        ofFragments.put(spread.getName(), cost);
        return cost;
    }

    private long rows(Field field) {
        for (Argument argument : field.getArguments()) {
            switch (argument.getName()) {
                case "first", "last" -> {
                    return pageSize(argument.getValue());
                }
                case "representations" -> {
                    return listSize(argument.getValue());
                }
                default -> {
                    // Says nothing about a number of rows.
                }
            }
        }
        return isConnection(field) ? PageRequest.DEFAULT : 1;
    }

    /** Anything that is out of range fails anyway, when the page is read. */
    private long pageSize(Value<?> value) {
        Object size = value instanceof VariableReference reference ? variables.get(reference.getName()) : value;
        return switch (size) {
            case IntValue literal -> clamped(literal.getValue().longValue());
            case Number number -> clamped(number.longValue());
            case null, default -> PageRequest.MAXIMUM;
        };
    }

    private long listSize(Value<?> value) {
        Object list = value instanceof VariableReference reference ? variables.get(reference.getName()) : value;
        return switch (list) {
            case ArrayValue literal -> literal.getValues().size();
            case List<?> values -> values.size();
            case null, default -> 1;
        };
    }

    private static boolean isConnection(Field field) {
        SelectionSet selections = field.getSelectionSet();
        return selections != null
                && selections.getSelectionsOfType(Field.class).stream()
                        .anyMatch(below -> below.getName().equals("nodes")
                                || below.getName().equals("edges"));
    }

    private static long clamped(long size) {
        return Math.clamp(size, 1, PageRequest.MAXIMUM);
    }

    /** Far beyond any limit, and far from the end of 64 bits when multiplied once more. */
    private static long saturated(long cost) {
        return Math.min(cost, 1L << 40);
    }
}
