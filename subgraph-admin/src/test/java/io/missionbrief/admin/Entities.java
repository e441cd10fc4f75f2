package io.missionbrief.admin;

import io.missionbrief.subgraph.test.GraphQlCaller;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks for entities as the router does. */
final class Entities {

    private Entities() {}

    static JsonNode user(GraphQlCaller caller, String id) {
        return of(caller, "User", "id name", id).at("/data/_entities/0");
    }

    static JsonNode workspace(GraphQlCaller caller, String id) {
        return of(caller, "Workspace", "id name", id).at("/data/_entities/0");
    }

    static JsonNode of(GraphQlCaller caller, String type, String fields, String... ids) {
        List<Map<String, String>> representations = Arrays.stream(ids)
                .map(id -> Map.of("__typename", type, "id", id))
                .toList();
        return caller.execute(
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on %s { %s } } }".formatted(type, fields),
                Map.of("r", representations));
    }
}
