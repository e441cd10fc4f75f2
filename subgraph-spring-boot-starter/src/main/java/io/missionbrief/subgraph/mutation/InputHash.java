package io.missionbrief.subgraph.mutation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.graphql.data.ArgumentValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Tells whether two inputs are the same call: the SHA-256 of an input as JSON, its properties in alphabetical order. */
final class InputHash {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(new ArgumentValueSerializer()))
            .build();

    private InputHash() {}

    static byte[] of(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(input));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A field that was left out differs from one that was set to null. */
    private static final class ArgumentValueSerializer extends StdSerializer<ArgumentValue<?>> {

        ArgumentValueSerializer() {
            super(ArgumentValue.class);
        }

        @Override
        public void serialize(ArgumentValue<?> argument, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            if (!argument.isOmitted()) {
                json.writePOJO(argument.value());
            }
            json.writeEndArray();
        }
    }
}
