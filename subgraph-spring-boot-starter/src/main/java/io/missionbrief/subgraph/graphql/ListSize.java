package io.missionbrief.subgraph.graphql;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.NodeUtil;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a field asks for, of itself or of the lists below it. A page has as many as {@code first} or {@code last}
 * says; {@code @listSize} of the
 * <a href="https://ibm.github.io/graphql-specs/cost-spec.html">cost specification</a> can name other arguments and lists,
 * or how many rows to assume. A list that says nothing is taken for a page of {@value PageRequest#DEFAULT}.
 */
final class ListSize {

    private static final Set<String> DIRECTIVE = Set.of("listSize", "federation__listSize");
    private static final List<String> PAGE_SIZES = List.of("first", "last");
    private static final List<String> PAGE_LISTS = List.of("nodes", "edges");
    private static final String REPRESENTATIONS = "representations";

    private final GraphQLFieldDefinition definition;
    private final Field field;
    private final Map<String, Object> variables;
    private final @Nullable GraphQLAppliedDirective declared;

    private ListSize(GraphQLFieldDefinition definition, Field field, Map<String, Object> variables) {
        this.definition = definition;
        this.field = field;
        this.variables = variables;
        this.declared = definition.getAppliedDirectives().stream()
                .filter(directive -> DIRECTIVE.contains(directive.getName()))
                .findFirst()
                .orElse(null);
    }

    /** The size that a field of a document asks for, with the variables of a request. */
    static ListSize of(GraphQLFieldDefinition definition, Field field, Map<String, Object> variables) {
        return new ListSize(definition, field, variables);
    }

    /** Whether the field itself is a list. */
    boolean isOfThisField() {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    }

    /** How many rows the field may have, or each list below it that it speaks of. */
    long rows() {
        Argument representations = NodeUtil.findNodeByName(field.getArguments(), REPRESENTATIONS);
        return representations == null ? sliced() : listSize(representations.getValue());
    }

    /** What it says about the lists below it. */
    SizedLists below() {
        return declared == null && !hasPageSize()
                ? SizedLists.NONE
                : new SizedLists(Set.copyOf(names("sizedFields", PAGE_LISTS)), sliced());
    }

    private boolean hasPageSize() {
        return PAGE_SIZES.stream().anyMatch(argument -> definition.getArgument(argument) != null);
    }

    private long sliced() {
        return names("slicingArguments", PAGE_SIZES).stream()
                .map(argument -> NodeUtil.<Argument>findNodeByName(field.getArguments(), argument))
                .flatMap(Stream::ofNullable)
                .mapToLong(argument -> pageSize(argument.getValue()))
                .max()
                .orElseGet(this::assumed);
    }

    private long assumed() {
        return declaration("assumedSize") instanceof Integer size ? size : PageRequest.DEFAULT;
    }

    private List<String> names(String argument, List<String> otherwise) {
        return declaration(argument) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : otherwise;
    }

    private @Nullable Object declaration(String argument) {
        GraphQLAppliedDirectiveArgument given = declared == null ? null : declared.getArgument(argument);
        return given == null ? null : given.getValue();
    }

    /** Anything that is out of range fails anyway, when the page is read. */
    private long pageSize(Value<?> value) {
        return switch (given(value)) {
            case IntValue literal -> clamped(literal.getValue().longValue());
            case Number number -> clamped(number.longValue());
            case null, default -> PageRequest.MAXIMUM;
        };
    }

    private long listSize(Value<?> value) {
        return switch (given(value)) {
            case ArrayValue literal -> literal.getValues().size();
            case List<?> values -> values.size();
            case null, default -> 1;
        };
    }

    private @Nullable Object given(Value<?> value) {
        return value instanceof VariableReference reference ? variables.get(reference.getName()) : value;
    }

    private static long clamped(long size) {
        return Math.clamp(size, 1, PageRequest.MAXIMUM);
    }
}
