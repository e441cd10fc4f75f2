package io.missionbrief.admin.workspace;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Settings and limits: objects of free form, kept as JSON. */
public final class FreeForm {

    private static final int LARGEST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private FreeForm() {}

    /**
     * Notes that the object is too large.
     *
     * @param field where the object came in, below {@code input}
     */
    public static void check(InputCheck check, String field, @Nullable Map<String, @Nullable Object> value) {
        int bytes = value == null ? 0 : text(value).getBytes(StandardCharsets.UTF_8).length;
        check.that(
                bytes <= LARGEST_BYTES,
                field,
                "'" + field + "' takes " + bytes + " bytes as JSON: keep it below " + LARGEST_BYTES);
    }

    /** As a column; an object that was left out is empty. */
    public static JSONB column(@Nullable Map<String, @Nullable Object> value) {
        return JSONB.valueOf(value == null ? "{}" : text(value));
    }

    static Map<String, @Nullable Object> of(JSONB column) {
        return JSON.readerForMapOf(Object.class).readValue(column.data());
    }

    private static String text(Map<String, @Nullable Object> value) {
        return JSON.writeValueAsString(value);
    }
}
