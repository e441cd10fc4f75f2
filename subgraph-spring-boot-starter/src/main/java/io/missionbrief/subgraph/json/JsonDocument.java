package io.missionbrief.subgraph.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value of a column. It is read when somebody asks for the value, so that a list whose query does not select it
 * pays nothing for it.
 */
public record JsonDocument(String text) {

    /** An object without keys. */
    public static final JsonDocument EMPTY = new JsonDocument("{}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** What a column holds. */
    public static JsonDocument of(JSONB column) {
        return new JsonDocument(column.data());
    }

    /** What a client gave: maps, lists, texts, numbers, booleans and null, or records of them. */
    public static JsonDocument ofInput(Object value) {
        return new JsonDocument(JSON.writeValueAsString(value));
    }

    /** The same for an object that may be left out: {@link #EMPTY} then. */
    public static JsonDocument ofOptionalObject(@Nullable Object value) {
        return value == null ? EMPTY : ofInput(value);
    }

    /** The value in maps, lists, texts, numbers, booleans and null. */
    public @Nullable Object value() {
        return JSON.readValue(text, Object.class);
    }

    /**
     * The elements of a list.
     *
     * @param element a record that the elements were written from
     */
    public <E> List<E> list(Class<E> element) {
        return JSON.readerForListOf(element).readValue(text);
    }

    /**
     * The value as a record.
     *
     * @param type a record that the value was written from
     */
    public <T> T as(Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** Whether both mean the same: the order of keys and the spaces between them do not matter. */
    public boolean means(JsonDocument other) {
        return Objects.equals(value(), other.value());
    }

    public JSONB column() {
        return JSONB.valueOf(text);
    }

    public boolean isObject() {
        return value() instanceof Map;
    }

    /** The size in UTF-8. */
    public int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
