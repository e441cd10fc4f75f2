package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;

class SchemaMappingsTest {

    private static final String SCHEMA = """
            type Query { table: Table }
            type Mutation { makeTable(input: MakeTableInput!): Table }
            type Table { name: String }
            input MakeTableInput { name: String! legs: [LegInput!] woods: [Wood!] }
            enum Wood { OAK PINE }
            input LegInput { length: Int! }
            """;

    record Table(String name) {}

    record Leg(int length) {}

    enum Wood {
        OAK,
        PINE,
        DRIFTWOOD
    }

    record NewTable(String name, ArgumentValue<List<Leg>> legs, List<Wood> woods) {}

    @Controller
    static class Tables {

        @QueryMapping
        Table table() {
            return new Table("round");
        }

        @MutationMapping
        Table makeTable(@Argument NewTable input) {
            return new Table(input.name());
        }
    }

    @Test
    void aSchemaThatIsTheCodeIsComplete() {
        assertThatCode(mappings(SCHEMA)::assertComplete).doesNotThrowAnyException();
    }

    @Test
    void aFieldThatNothingGivesAValueIsNamed() {
        assertThatThrownBy(mappings(SCHEMA.replace("type Table {", "type Table { colour: String "))::assertComplete)
                .hasMessageContaining("Table.colour is in the schema, and nothing gives it a value");
    }

    @Test
    void aFieldOfAnInputThatNoRecordTakesIsNamed() {
        assertThatThrownBy(mappings(SCHEMA.replace("String! legs", "String! note: String legs"))::assertComplete)
                .hasMessageContaining("the input MakeTableInput has the field note");
    }

    @Test
    void soIsOneOfAnInputInsideAnother() {
        assertThatThrownBy(mappings(SCHEMA.replace("length: Int!", "length: Int! width: Int"))::assertComplete)
                .hasMessageContaining("the input LegInput has the field width");
    }

    @Test
    void soIsAValueOfAnEnumThatTheCodeDoesNotKnow() {
        assertThatThrownBy(mappings(SCHEMA.replace("OAK PINE", "OAK PINE ASH"))::assertComplete)
                .hasMessageContaining("the enum Wood has the value ASH, and")
                .hasMessageNotContaining("PINE");
    }

    private static SchemaMappings mappings(String schema) {
        try (var application = new AnnotationConfigApplicationContext(Tables.class)) {
            var controllers = new AnnotatedControllerConfigurer();
            controllers.setApplicationContext(application);
            controllers.afterPropertiesSet();
            var mappings = new SchemaMappings();
            var builder = GraphQlSource.schemaResourceBuilder()
                    .schemaResources(new ByteArrayResource(schema.getBytes(StandardCharsets.UTF_8)))
                    .configureRuntimeWiring(controllers);
            mappings.customize(builder);
            builder.build();
            return mappings;
        }
    }
}
