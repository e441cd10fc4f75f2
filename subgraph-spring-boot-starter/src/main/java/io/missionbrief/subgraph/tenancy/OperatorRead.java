package io.missionbrief.subgraph.tenancy;

import java.util.List;

/**
 * What an operator of the platform is about to read, as it is recorded.
 *
 * @param operation the query, as the schema calls it, such as {@code operatorWorkspaces}
 * @param objects the ids that are asked for, such as the key of a workspace; empty for a list, which may show any
 */
public record OperatorRead(String operation, List<String> objects) {

    public OperatorRead {
        objects = List.copyOf(objects);
    }

    public static OperatorRead list(String operation) {
        return new OperatorRead(operation, List.of());
    }

    public static OperatorRead one(String operation, String object) {
        return new OperatorRead(operation, List.of(object));
    }
}
