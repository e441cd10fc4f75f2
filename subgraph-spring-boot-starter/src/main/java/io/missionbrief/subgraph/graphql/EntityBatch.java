package io.missionbrief.subgraph.graphql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch of entities as the
 * <a href="https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec">subgraph
 * specification</a> wants it: in the order and number asked for. An id that is malformed, unknown or hidden is answered
 * by null in its place; a shorter list would give every later entity a wrong id.
 */
public final class EntityBatch {

    private EntityBatch() {}

    /**
     * The entities in the order of the ids.
     *
     * @param load what the caller may see of the well-formed ids; called once, or not at all when there is none
     */
    public static <T> List<@Nullable T> load(List<String> ids, Function<Set<UUID>, Map<UUID, T>> load) {
        Set<UUID> wellFormed = new HashSet<>();
        for (String id : ids) {
            UUID parsed = ObjectId.parseOrNull(id);
            if (parsed != null) {
                wellFormed.add(parsed);
            }
        }
        Map<UUID, T> found = wellFormed.isEmpty() ? Map.of() : load.apply(wellFormed);
        return inOrder(ids, found);
    }

    private static <T> List<@Nullable T> inOrder(List<String> ids, Map<UUID, T> found) {
        List<@Nullable T> entities = new ArrayList<>(ids.size());
        for (String id : ids) {
            UUID parsed = ObjectId.parseOrNull(id);
            entities.add(parsed == null ? null : found.get(parsed));
        }
        return entities;
    }
}
