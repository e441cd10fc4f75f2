package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks a subgraph for entities as a router does, and holds it to the contract: as many as asked for, in the order asked
 * for, null in the place of what the caller may not see. A row that is left out would give every later entity a wrong id.
 */
public final class EntityTester {

    private final GraphQlCaller caller;
    private final String type;
    private final String key;

    private EntityTester(GraphQlCaller caller, String type, String key) {
        this.caller = caller;
        this.type = type;
        this.key = key;
    }

    /** Tests the entity of this type, whose key is {@code id}. */
    public static EntityTester of(GraphQlCaller caller, String type) {
        return new EntityTester(caller, type, "id");
    }

    /** The same type by another of its keys. */
    public EntityTester by(String otherKey) {
        return new EntityTester(caller, type, otherKey);
    }

    /**
     * Asks for all of them at once, in an order that mixes what is there with what is not, some of them twice, and with
     * keys that are malformed.
     *
     * @param visible keys of at least two entities that the caller may see
     * @param hidden keys of entities of others, and of none
     */
    public void assertAnsweredInPlace(List<String> visible, List<String> hidden) {
        assertThat(visible).as("too few to see an order").hasSizeGreaterThan(1);
        List<@Nullable Object> keys = new ArrayList<>();
        keys.addAll(visible);
        keys.addAll(visible);
        keys.addAll(hidden);
        keys.addAll(List.of("", "no-id", "1-1-1-1-1", 7, true, List.of("a"), Map.of("a", "b")));
        keys.add(null);
        Collections.shuffle(keys, new Random(keys.hashCode()));
        // What is not there stands first as well: leaving it out would then move all that follow.
        keys.addFirst(hidden.isEmpty() ? "" : hidden.getFirst());

        JsonNode answer = ask(keys.stream().map(this::representation).toList());

        assertThat(answer.path("errors").isMissingNode())
                .as("errors of %s", answer)
                .isTrue();
        List<@Nullable Object> expected = keys.stream()
                .<@Nullable Object>map(each -> each instanceof String text && visible.contains(text) ? text : null)
                .toList();
        assertThat(keysOf(answer)).isEqualTo(expected);
        assertThat(keysOf(ask(List.of()))).isEmpty();
    }

    /** Asks for entities of which the caller may see none, and accepts nothing but null for each. */
    public void assertHidden(List<String> hidden) {
        JsonNode answer = ask(hidden.stream().map(this::representation).toList());

        assertThat(keysOf(answer)).hasSameSizeAs(hidden).containsOnlyNulls();
    }

    /** The whole answer for these representations, each of which has {@code __typename} and a key. */
    public JsonNode ask(List<Map<String, Object>> representations) {
        String document = "query ($representations: [_Any!]!) { _entities(representations: $representations) {"
                + " ... on " + type + " { " + key + " } } }";
        return caller.execute(document, Map.of("representations", representations));
    }

    private Map<String, Object> representation(@Nullable Object value) {
        Map<String, Object> representation = new HashMap<>();
        representation.put("__typename", type);
        representation.put(key, value);
        return representation;
    }

    private List<@Nullable Object> keysOf(JsonNode answer) {
        JsonNode entities = answer.at("/data/_entities");
        assertThat(entities.isArray()).as("entities in %s", answer).isTrue();
        List<@Nullable Object> keys = new ArrayList<>();
        for (JsonNode entity : entities) {
            keys.add(entity.isNull() ? null : entity.path(key).asString());
        }
        return keys;
    }
}
