package io.missionbrief.subgraph.test.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of a subgraph's events, in {@code events/<subgraph>} of the class path, and those that all share, in
 * {@code events}. Consumers ignore fields that they do not know, so the schemas allow them; a producer has to declare
 * what it writes, so here they do not. A field that came later is not in older events, and may be left out; whoever writes
 * an event now gives each field of the state.
 */
public final class EventSchemas {

    private static final String PREFIX = "urn:missionbrief:";
    private static final String MESSAGE = PREFIX + "message";
    private static final String SEALED = PREFIX + "sealed";

    private final String subgraph;
    private final SchemaRegistry registry;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    private EventSchemas(String subgraph, SchemaRegistry registry) {
        this.subgraph = subgraph;
        this.registry = registry;
    }

    /** Those of a subgraph, such as {@code leads}. */
    public static EventSchemas of(String subgraph) {
        var formatsCount =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return new EventSchemas(
                subgraph,
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(EventSchemas::read).schemaRegistryConfig(formatsCount)));
    }

    /**
     * Compares a message, as consumers get it, with the schema of all messages and that of its type.
     *
     * @throws AssertionError that says what is wrong, each with the place in the message
     */
    public void assertMatches(JsonNode message) {
        List<String> mistakes = new ArrayList<>(mistakes(schema(MESSAGE), "", message));
        mistakes(message.path("type").asString(), message.path("data"))
                .forEach(mistake -> mistakes.add("/data" + mistake));
        assertThat(mistakes).as("what is wrong with %s", message).isEmpty();
    }

    /**
     * Compares an event with the schema of its type.
     *
     * @param type such as {@code Lead.StatusChange}
     * @param data as it is published
     * @return what is wrong, each with the place in the data; empty when nothing is
     */
    List<String> mistakes(String type, JsonNode data) {
        if (!known.containsKey(id(type)) && !file(id(type)).exists()) {
            return List.of("there is no " + file(id(type)).getPath()
                    + ": an event type has a schema in src/main/resources, see CONTRIBUTING.md");
        }
        List<String> mistakes = new ArrayList<>(mistakes(schema(id(type)), "", data));
        String state = id(type.substring(0, type.indexOf('.')));
        JsonNode fields = schema(state).getSchemaNode().path("properties");
        data.path("changes")
                .properties()
                .forEach(change -> mistakes.addAll(
                        fields.has(change.getKey())
                                ? mistakesOfChange(state, change.getKey(), change.getValue())
                                : List.of("/changes/%s: %s has no such field"
                                        .formatted(change.getKey(), file(state).getPath()))));
        mistakes.addAll(unlikeSealed(state, fields, data.at("/personal/fields")));
        return mistakes;
    }

    /** What the schema of an event cannot say: both values are of the type of the field. */
    private List<String> mistakesOfChange(String state, String name, JsonNode change) {
        Schema field = schema(state + "#/properties/" + name);
        return change.properties().stream()
                .flatMap(side -> mistakes(field, "/changes/" + name + "/" + side.getKey(), side.getValue()).stream())
                .toList();
    }

    private static List<String> mistakes(Schema schema, String place, JsonNode value) {
        return schema.validate(value).stream().map(error -> place + error).toList();
    }

    /** A personal field is sealed where it has a value, so that one without a value shows only in the names. */
    private List<String> unlikeSealed(String state, JsonNode fields, JsonNode written) {
        Set<String> declared = fields.properties().stream()
                .filter(field -> SEALED.equals(field.getValue().path("$ref").asString(null)))
                .map(field -> field.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sealed = StreamSupport.stream(written.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        return declared.equals(sealed)
                ? List.of()
                : List.of("/personal/fields: sealed are " + sealed + ", and "
                        + file(state).getPath() + " says " + declared + " ({ \"$ref\": \"" + SEALED + "\" })");
    }

    private Schema schema(String id) {
        return known.computeIfAbsent(id, absent -> registry.getSchema(SchemaLocation.of(absent)));
    }

    private String id(String name) {
        return PREFIX + subgraph + ":" + name;
    }

    private static String read(String id) {
        return closed(id).toString();
    }

    /** The schema of that id, in which each object has the declared properties only; those of a state, all of them. */
    private static JsonNode closed(String id) {
        try {
            JsonNode schema = JsonMapper.shared().readTree(file(id).getContentAsString(UTF_8));
            close(schema, id.indexOf(':', PREFIX.length()) > 0 && id.indexOf('.') < 0);
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no schema " + id, e);
        }
    }

    private static void close(JsonNode schema, boolean whole) {
        if (schema.path("properties") instanceof ObjectNode properties) {
            ((ObjectNode) schema).put("unevaluatedProperties", false);
            if (whole) {
                properties.propertyNames().forEach(((ObjectNode) schema).putArray("required")::add);
            }
        }
        schema.forEach(part -> close(part, whole));
    }

    private static ClassPathResource file(String id) {
        return new ClassPathResource("events/" + id.substring(PREFIX.length()).replace(':', '/') + ".json");
    }
}
