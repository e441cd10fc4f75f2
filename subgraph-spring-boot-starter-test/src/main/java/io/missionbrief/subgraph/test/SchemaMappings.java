package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/**
 * Compares the schema with the code behind it: a field that nothing gives a value is always null, a field of an input
 * that no record takes is lost, and who gives a value of an enum that the code does not know is refused. None of it fails
 * by itself.
 */
public final class SchemaMappings implements GraphQlSourceBuilderCustomizer {

    private volatile @Nullable SchemaReport report;

    @Override
    public void customize(SchemaResourceBuilder builder) {
        builder.inspectSchemaMappings(found -> report = found);
    }

    /**
     * Compares them.
     *
     * @throws AssertionError that names each field and says what is missing for it
     */
    public void assertComplete() {
        SchemaReport present = Objects.requireNonNull(report, "The application has no schema");
        Set<String> gaps = new TreeSet<>();
        present.unmappedFields().stream()
                .filter(field -> !field.getFieldName().startsWith("_"))
                .forEach(field ->
                        gaps.add(field + " is in the schema, and nothing gives it a value: add a component to the"
                                + " record, or a method with @SchemaMapping"));
        objects(present)
                .forEach(type -> type.getFieldDefinitions().forEach(field -> addOfField(present, type, field, gaps)));
        assertThat(gaps)
                .as("what the schema and the code do not have in common")
                .isEmpty();
    }

    private static Stream<GraphQLObjectType> objects(SchemaReport report) {
        return report.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("_"));
    }

    private static void addOfField(
            SchemaReport report, GraphQLObjectType type, GraphQLFieldDefinition field, Set<String> gaps) {
        var coordinates = FieldCoordinates.coordinates(type, field);
        if (report.dataFetcher(coordinates) instanceof SelfDescribingDataFetcher<?> fetcher) {
            fetcher.getArguments().forEach((name, taken) -> {
                var argument = field.getArgument(name);
                if (argument != null) {
                    addOfInput(argument.getType(), taken, gaps);
                }
            });
        }
    }

    private static void addOfInput(GraphQLType given, ResolvableType taken, Set<String> gaps) {
        Class<?> record = element(taken).toClass();
        if (GraphQLTypeUtil.unwrapAll(given) instanceof GraphQLEnumType values && record.isEnum()) {
            addOfEnum(values, record, gaps);
        }
        if (!(GraphQLTypeUtil.unwrapAll(given) instanceof GraphQLInputObjectType input) || !record.isRecord()) {
            return;
        }
        List<RecordComponent> components = Arrays.asList(record.getRecordComponents());
        Set<String> names = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
        input.getFields().stream()
                .map(GraphQLInputObjectField::getName)
                .filter(Predicate.not(names::contains))
                .forEach(field -> gaps.add("the input " + input.getName() + " has the field " + field + ", and "
                        + record.getName() + " no component for it: what clients give is lost"));
        for (RecordComponent component : components) {
            GraphQLInputObjectField field = input.getField(component.getName());
            if (field != null) { // A record may serve several inputs.
                addOfInput(field.getType(), ResolvableType.forType(component.getGenericType()), gaps);
            }
        }
    }

    private static void addOfEnum(GraphQLEnumType given, Class<?> taken, Set<String> gaps) {
        Set<String> names = Arrays.stream(taken.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
        given.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .filter(Predicate.not(names::contains))
                .forEach(value -> gaps.add("the enum " + given.getName() + " has the value " + value + ", and "
                        + taken.getName() + " no constant for it: who gives it is refused"));
    }

    /** Of a list its element, of an argument that may be left out its value. */
    private static ResolvableType element(ResolvableType type) {
        Class<?> outer = type.toClass();
        return Collection.class.isAssignableFrom(outer) || outer == ArgumentValue.class
                ? element(type.getGeneric(0))
                : type;
    }
}
