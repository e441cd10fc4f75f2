package io.missionbrief.subgraph.test.tenancy;

import java.util.List;
import java.util.Set;

/**
 * A table, view or materialized view as the catalogue has it.
 *
 * @param kind {@code pg_class.relkind}
 * @param secured whether row-level security is enabled and forced; of a view, whether it asks as its caller
 * @param granted what the role that serves requests may do with at least one column
 */
record TenantTable(
        String schema, String name, char kind, boolean secured, Set<Privilege> granted, List<TenantColumn> columns) {

    static final String WORKSPACE = "workspace_id";

    boolean hasWorkspace() {
        return kind != 'v'
                && kind != 'm'
                && columns.stream().anyMatch(column -> column.name().equals(WORKSPACE));
    }

    boolean grants(Privilege privilege) {
        return granted.contains(privilege);
    }

    String qualified() {
        return Sql.quoted(schema) + "." + Sql.quoted(name);
    }
}
