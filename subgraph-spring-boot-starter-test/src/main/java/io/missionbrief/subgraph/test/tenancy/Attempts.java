package io.missionbrief.subgraph.test.tenancy;

import static io.missionbrief.subgraph.test.tenancy.TenantTable.WORKSPACE;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is tried with one table. Each attempt is a transaction that is rolled back. */
final class Attempts {

    /** More than the rows of the workspace that asks. */
    private static final int LEAK = 2;

    private static final String FRESH = "fresh";
    private static final int NUMBER = 99;

    private final ScratchSubgraph scratch;
    private final TenantTable table;
    private final boolean narrower;
    private final Set<String> scopes;

    /** @param scopes what the callers of a workspace may do: no policy may let them out of it for a scope */
    Attempts(ScratchSubgraph scratch, TenantTable table, boolean narrower, Set<String> scopes) {
        this.scratch = scratch;
        this.table = table;
        this.narrower = narrower;
        this.scopes = scopes;
    }

    /** What callers of no workspace and of another subgraph reach. */
    void makeWithoutAWorkspace(TenancyReport report) throws SQLException {
        for (Privilege privilege : Privilege.values()) {
            Optional<String> sql = sql(privilege);
            if (sql.isPresent()) {
                asNobody(privilege, sql.get(), report);
                asStranger(privilege, sql.get(), report);
            }
        }
    }

    /** What callers of a workspace reach. */
    void make(TenancyReport report) {
        for (Privilege privilege : Privilege.values()) {
            Optional<String> sql = sql(privilege);
            if (sql.isEmpty()) {
                report.attempted(table.name(), privilege, Caller.OWN, "not granted");
                continue;
            }
            asWorkspace(privilege, sql.get(), report);
        }
        if (table.columns().stream().anyMatch(column -> column.name().equals(WORKSPACE) && column.updatable())) {
            var moved = bound(
                    MadeUpRows.OWN,
                    "update " + table.qualified() + " set " + WORKSPACE + " = '" + MadeUpRows.OTHERS.get(0) + "'");
            report.attempted(table.name(), Privilege.UPDATE, Caller.OTHER, "moving a row there: " + moved);
            if (!moved.refused() && moved.rows() > 0) {
                report.violated(table.name() + ": an update moves a row into another workspace");
            }
        }
    }

    private Optional<String> sql(Privilege privilege) {
        if (!table.grants(privilege)) {
            return Optional.empty();
        }
        return switch (privilege) {
            case SELECT -> Optional.of("select count(*) from " + table.qualified());
            case INSERT -> Optional.of(MadeUpRows.insertSql(table, FRESH, NUMBER));
            case UPDATE ->
                table.columns().stream()
                        .filter(column -> column.updatable() && !column.key() && !column.generated())
                        .findFirst()
                        .map(column -> "update " + table.qualified() + " set " + Sql.quoted(column.name()) + " = null");
            case DELETE -> Optional.of("delete from " + table.qualified());
        };
    }

    private void asWorkspace(Privilege privilege, String sql, TenancyReport report) {
        if (privilege == Privilege.INSERT) {
            report.attempted(
                    table.name(), privilege, Caller.OWN, bound(FRESH, sql).toString());
            var other = bound(MadeUpRows.OWN, sql);
            report.attempted(table.name(), privilege, Caller.OTHER, other.toString());
            if (!other.refused()) {
                report.violated(table.name() + ": an insert puts a row into another workspace (" + other + ")");
            }
            return;
        }
        var outcome = bound(MadeUpRows.OWN, sql);
        report.attempted(table.name(), privilege, Caller.OWN, outcome.toString());
        report.attempted(table.name(), privilege, Caller.OTHER, outcome.rows() >= LEAK ? "reached" : "0 rows");
        if (outcome.rows() >= LEAK) {
            report.violated("%s: %s reaches rows of other workspaces (%s)".formatted(table.name(), privilege, outcome));
        }
        if (outcome.failed()) {
            report.violated("%s: %s failed, so it proves nothing (%s)".formatted(table.name(), privilege, outcome));
        }
        if (privilege == Privilege.SELECT && outcome.rows() == 0 && !narrower) {
            report.violated(table.name() + ": a caller does not see the rows of its own workspace (" + outcome + ")");
        }
    }

    private void asNobody(Privilege privilege, String sql, TenancyReport report) throws SQLException {
        try (var app = scratch.database().connect(table.schema() + "_app")) {
            var outcome = tried(app, sql);
            report.attempted(table.name(), privilege, Caller.NONE, outcome.toString());
            if (!outcome.refused() && (outcome.rows() > 0 || outcome.failed())) {
                report.violated("%s: %s works without a workspace (%s)".formatted(table.name(), privilege, outcome));
            }
        }
    }

    private void asStranger(Privilege privilege, String sql, TenancyReport report) throws SQLException {
        try (var stranger = scratch.database().connect("stranger_app")) {
            var outcome = tried(stranger, sql);
            report.attempted(table.name(), privilege, Caller.STRANGER, outcome.toString());
            if (!outcome.refused()) {
                report.violated(
                        "%s: %s works as another subgraph's role (%s)".formatted(table.name(), privilege, outcome));
            }
        }
    }

    private Outcome bound(String workspace, String sql) {
        var actor = new Actor("tester", new WorkspaceId(workspace), scopes, Set.of(), Instant.MAX);
        try {
            return scratch.tenants()
                    .write(
                            actor,
                            tx -> tx.connectionResult(connection -> {
                                var outcome = tried(connection, sql);
                                throw new RolledBack(outcome);
                            }));
        } catch (RolledBack attempt) {
            return attempt.outcome;
        }
    }

    private static Outcome tried(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return new Outcome(statement.getUpdateCount(), null);
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return new Outcome(rows.getInt(1), null);
            }
        } catch (SQLException e) {
            return new Outcome(0, e);
        }
    }

    /** How an attempt ended: the rows that it reached, or the error. */
    private record Outcome(int rows, @Nullable SQLException error) {

        private static final String NOT_ALLOWED = "42501";

        boolean refused() {
            return error != null && NOT_ALLOWED.equals(error.getSQLState());
        }

        boolean failed() {
            return error != null && !refused();
        }

        @Override
        public String toString() {
            return error == null
                    ? rows + " rows"
                    : String.valueOf(error.getMessage()).lines().findFirst().orElse("refused");
        }
    }

    /** Carries the outcome out of the transaction and rolls it back on the way. */
    private static final class RolledBack extends RuntimeException {
        private final transient Outcome outcome;

        RolledBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
