package io.missionbrief.subgraph.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object at one of its versions, as the log keeps it:
 *
 * <pre>{@code
 * return Snapshot.of(id, version)
 *         .with("id", id)
 *         .with("name", name)
 *         .with("company", company)
 *         .sealed(id, "name");
 * }</pre>
 *
 * <p>The fields are those of the object in every version; one without a value is null, not left out.
 */
public final class Snapshot implements Recorded {

    private final UUID objectId;
    private final int version;
    private final Map<String, @Nullable Object> state = new LinkedHashMap<>();
    private @Nullable Personal personal;

    private Snapshot(UUID objectId, int version) {
        this.objectId = objectId;
        this.version = version;
    }

    /**
     * The beginning of a snapshot, which has no fields.
     *
     * @param version counts the changes of the object, from 1
     */
    public static Snapshot of(UUID objectId, int version) {
        return new Snapshot(objectId, version);
    }

    /**
     * Adds a field.
     *
     * @param value is written as JSON
     */
    public Snapshot with(String field, @Nullable Object value) {
        state.put(field, value);
        return this;
    }

    /**
     * Says which of the fields describe a person. They are unreadable in the log without the person's key, and for ever
     * once it is deleted; see {@link PersonalFields}. The recorder refuses a name that is no field: misspelt, it would leave
     * the field readable.
     *
     * @param subject whom the fields describe, such as a lead
     */
    public Snapshot sealed(UUID subject, String... fields) {
        personal = new Personal(subject, Set.of(fields));
        return this;
    }

    /** Itself, so that a snapshot can be recorded where the object cannot tell the whole of its state. */
    @Override
    public Snapshot snapshot() {
        return this;
    }

    UUID objectId() {
        return objectId;
    }

    int version() {
        return version;
    }

    Map<String, @Nullable Object> state() {
        return Collections.unmodifiableMap(state);
    }

    @Nullable
    Personal personal() {
        return personal;
    }
}
