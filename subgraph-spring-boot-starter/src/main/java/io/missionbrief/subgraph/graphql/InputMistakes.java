package io.missionbrief.subgraph.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.TypeFromAST;
import graphql.execution.UnknownOperationException;
import graphql.language.Argument;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import io.missionbrief.subgraph.error.ErrorEntry;
import io.missionbrief.subgraph.error.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a request that are not of their types, each by the name under which the client gave it:
 * {@code input.email} of an argument or a variable {@code input}. Looked for only when the engine has refused a request.
 */
final class InputMistakes {

    private static final Set<ValidationErrorClassification> VALUE_ERRORS = Set.of(
            ValidationErrorType.WrongType,
            ValidationErrorType.BadValueForDefaultArg,
            ValidationErrorType.NullValueForNonNullArgument,
            ValidationErrorType.MissingFieldArgument,
            ValidationErrorType.MissingDirectiveArgument);

    private final GraphQLSchema schema;
    private final ValueCheck values;
    private final List<GraphQLError> found = new ArrayList<>();

    private InputMistakes(GraphQLSchema schema, ValueCheck values) {
        this.schema = schema;
        this.values = values;
    }

    /** The mistakes in a document or, where it has none, in the variables. At most one for each argument. */
    static List<GraphQLError> of(GraphQLSchema schema, ExecutionInput request) {
        Document document = ParseAndValidate.parse(request).getDocument();
        if (document == null) {
            return List.of();
        }
        ValueCheck values = new ValueCheck(request.getGraphQLContext(), request.getLocale());
        InputMistakes mistakes = new InputMistakes(schema, values);
        mistakes.inDocument(document);
        if (mistakes.found.isEmpty()) {
            mistakes.inVariables(document, request);
        }
        return mistakes.found;
    }

    /** Whether an error of the engine tells of such a mistake. */
    static boolean isTold(GraphQLError error) {
        return switch (error) {
            case CoercingParseValueException _,
                    NonNullableValueCoercedAsNullException _,
                    InputMapDefinesTooManyFieldsException _ -> true;
            case ValidationError invalid -> VALUE_ERRORS.contains(invalid.getValidationErrorType());
            default -> false;
        };
    }

    private void inDocument(Document document) {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            inDirectives(operation);
            operation.getVariableDefinitions().forEach(this::inDefault);
            inSelections(operation.getSelectionSet(), root(operation));
        }
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            inDirectives(fragment);
            inSelections(fragment.getSelectionSet(), named(fragment.getTypeCondition()));
        }
    }

    private void inVariables(Document document, ExecutionInput request) {
        Map<String, Object> given = request.getRawVariables().toMap();
        for (VariableDefinition variable : variables(document, request.getOperationName())) {
            GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
            boolean byDefault = !given.containsKey(variable.getName()) && variable.getDefaultValue() != null;
            if (type != null && !byDefault) {
                keep(variable, values.mistakes(variable.getName(), type, given.get(variable.getName())));
            }
        }
    }

    private static List<VariableDefinition> variables(Document document, @Nullable String operation) {
        try {
            return NodeUtil.getOperation(document, operation)
                    .operationDefinition
                    .getVariableDefinitions();
        } catch (UnknownOperationException e) {
            return List.of();
        }
    }

    private void inDefault(VariableDefinition variable) {
        GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
        if (type != null && variable.getDefaultValue() != null) {
            keep(variable, values.mistakes(variable.getName(), type, variable.getDefaultValue()));
        }
    }

    /** What the schema does not know is the engine's to tell, and leads no further. */
    private void inSelections(@Nullable SelectionSet selections, @Nullable GraphQLType parent) {
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                inSelection(selection, parent);
            }
        }
    }

    private void inSelection(Selection<?> selection, @Nullable GraphQLType parent) {
        if (selection instanceof DirectivesContainer<?> container) {
            inDirectives(container);
        }
        switch (selection) {
            case InlineFragment fragment ->
                inSelections(
                        fragment.getSelectionSet(),
                        fragment.getTypeCondition() == null ? parent : named(fragment.getTypeCondition()));
            case Field field when parent instanceof GraphQLFieldsContainer container -> inField(field, container);
            default -> {
                // A fragment that is spread is looked at where it is defined.
            }
        }
    }

    private void inField(Field field, GraphQLFieldsContainer parent) {
        GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
        if (definition != null) {
            inArguments(field, field.getArguments(), definition.getArguments());
            inSelections(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
        }
    }

    private void inDirectives(DirectivesContainer<?> container) {
        container.getDirectives().forEach(directive -> {
            GraphQLDirective definition = schema.getDirective(directive.getName());
            if (definition != null) {
                inArguments(directive, directive.getArguments(), definition.getArguments());
            }
        });
    }

    private void inArguments(Node<?> at, List<Argument> given, List<GraphQLArgument> definitions) {
        for (GraphQLArgument definition : definitions) {
            Argument argument = NodeUtil.findNodeByName(given, definition.getName());
            if (argument != null) {
                keep(argument, values.mistakes(definition.getName(), definition.getType(), argument.getValue()));
            } else if (GraphQLTypeUtil.isNonNull(definition.getType()) && !definition.hasSetDefaultValue()) {
                keep(at, Stream.of(ValueCheck.missing(definition.getName(), definition.getType())));
            }
        }
    }

    private void keep(Node<?> at, Stream<RequestException> mistakes) {
        mistakes.findFirst()
                .map(mistake ->
                        ErrorEntry.of(mistake, GraphqlErrorBuilder.newError().location(at.getSourceLocation())))
                .ifPresent(found::add);
    }

    private @Nullable GraphQLType root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private @Nullable GraphQLType named(TypeName type) {
        return schema.getType(type.getName());
    }
}
