package io.missionbrief.subgraph.test.tenancy;

import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries select, insert, update and delete on every table of a subgraph as callers of one workspace, of another one, of
 * none, and as another subgraph's role; those of a workspace once without any scope, and once with every scope that a
 * policy or function knows. The tables come from PostgreSQL's catalogue: a new one is in it by itself.
 *
 * <pre>{@code
 * TenancyMatrix.of("plans")
 *         .withoutTenant("industry", "the platform's catalogue, the same for everybody", Privilege.SELECT)
 *         .run()
 *         .assertHolds();
 * }</pre>
 *
 * It works in a database of its own with rows that it makes up, so the constraints and triggers are dropped there first;
 * policies and grants are as the migrations left them.
 */
public final class TenancyMatrix {

    private final String subgraph;
    private final Map<String, Set<Privilege>> withoutTenant = new LinkedHashMap<>();
    private final Map<String, String> narrower = new LinkedHashMap<>();
    private final Map<String, String> trusted = new LinkedHashMap<>();
    private final List<String> changes = new ArrayList<>();

    private TenancyMatrix(String subgraph) {
        this.subgraph = subgraph;
        withoutTenant("flyway_subgraph_history", "what was migrated; its owner alone reaches it");
        withoutTenant("flyway_history", "what was migrated; its owner alone reaches it");
        withoutTenant("operator_read", "reads over all workspaces; the role that reads so alone reaches it");
        withoutTenant("event_relay", "counts over all workspaces; the relay alone reaches it");
        withoutTenant("event_counter", "counts over all workspaces; the sequencer alone reaches it");
    }

    public static TenancyMatrix of(String subgraph) {
        return new TenancyMatrix(subgraph);
    }

    /**
     * Lists a table that has no {@code workspace_id}. One that is not listed is a violation.
     *
     * @param reason why it has none, for the reader of the test
     * @param granted all that the role which serves requests may do with it; more is a violation
     */
    public TenancyMatrix withoutTenant(String table, String reason, Privilege... granted) {
        requireReason(table, reason);
        withoutTenant.put(table, Set.of(granted));
        return this;
    }

    /** Lists a table in which a caller does not see every row of its own workspace, so that seeing none is no violation. */
    public TenancyMatrix narrower(String table, String reason) {
        requireReason(table, reason);
        narrower.put(table, reason);
        return this;
    }

    /** Lists a function that runs with the rights of its owner. One that is not listed is a violation. */
    public TenancyMatrix trusting(String function, String reason) {
        requireReason(function, reason);
        trusted.put(function, reason);
        return this;
    }

    /** Changes the tables before the attempts: a test shows by it that the matrix would notice a missing policy. */
    public TenancyMatrix after(String sql) {
        changes.add(sql);
        return this;
    }

    /** Makes the attempts, in a database that is dropped again. */
    public TenancyReport run() {
        try (var scratch = ScratchSubgraph.start(subgraph, "stranger")) {
            var report = new TenancyReport(subgraph);
            try (var superuser = scratch.database().superuser()) {
                for (String sql : changes) {
                    Sql.execute(superuser, sql);
                }
                var catalogue = new Catalogue(superuser, subgraph);
                new DeclaredTenancy(catalogue, withoutTenant, trusted.keySet()).check(report);
                var tables = catalogue.tables().stream()
                        .filter(table -> !withoutTenant.containsKey(table.name()) && table.hasWorkspace())
                        .toList();
                for (TenantTable table : tables) {
                    new MadeUpRows(superuser, table).insert();
                }
                Set<String> scopes = catalogue.scopesOfPolicies();
                for (TenantTable table : tables) {
                    boolean narrow = narrower.containsKey(table.name());
                    new Attempts(scratch, table, narrow, Set.of()).make(report);
                    new Attempts(scratch, table, narrow, scopes).make(report);
                    new Attempts(scratch, table, narrow, Set.of()).makeWithoutAWorkspace(report);
                }
            }
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException("The matrix of " + subgraph + " could not be run", e);
        }
    }

    private static void requireReason(String name, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say why " + name + " is listed");
        }
    }
}
