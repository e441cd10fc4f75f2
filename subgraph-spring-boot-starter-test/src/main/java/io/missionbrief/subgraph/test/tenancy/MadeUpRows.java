package io.missionbrief.subgraph.test.tenancy;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that mean nothing: one of the workspace that asks, two of others, so that a count tells whose rows were reached.
 * What would forbid them (checks, references, uniqueness, triggers) is dropped from the table first.
 */
final class MadeUpRows {

    static final String OWN = "own";
    static final List<String> OTHERS = List.of("other-1", "other-2");

    /** The columns that must have a value but could do without: those of the key and identities could not. */
    private static final String DISPENSABLE = """
            select attname
            from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and attnotnull and attidentity = ''
              and attnum <> all (select unnest(conkey) from pg_constraint where conrelid = attrelid and contype = 'p')
            """;

    private final Connection superuser;
    private final TenantTable table;

    MadeUpRows(Connection superuser, TenantTable table) {
        this.superuser = superuser;
        this.table = table;
    }

    void insert() throws SQLException {
        dropWhatForbids();
        Sql.execute(superuser, "delete from " + table.qualified());
        int number = 0;
        for (String workspace : Stream.concat(Stream.of(OWN), OTHERS.stream()).toList()) {
            Sql.execute(superuser, insertSql(table, workspace, ++number));
        }
    }

    /** An insert of a row of the workspace that names as few columns as it can. */
    static String insertSql(TenantTable table, String workspace, int number) {
        var columns = table.columns().stream()
                .filter(column -> column.required() || column.name().equals(TenantTable.WORKSPACE))
                .toList();
        return "insert into " + table.qualified()
                + columns.stream().map(column -> Sql.quoted(column.name())).collect(joining(", ", " (", ")"))
                + columns.stream()
                        .map(column -> column.name().equals(TenantTable.WORKSPACE)
                                ? "'" + workspace + "'"
                                : column.madeUp(number))
                        .collect(joining(", ", " values (", ")"));
    }

    private void dropWhatForbids() throws SQLException {
        Sql.execute(superuser, "alter table " + table.qualified() + " disable trigger all");
        dropConstraints("contype = 'f'");
        dropConstraints("contype in ('c', 'u', 'x')");
        for (String index : Sql.strings(
                superuser,
                "select indexrelid::regclass::text from pg_index"
                        + " where indrelid = ?::regclass and indisunique and not indisprimary",
                table.qualified())) {
            Sql.execute(superuser, "drop index " + index);
        }
        for (String column : Sql.strings(superuser, DISPENSABLE, table.qualified())) {
            Sql.execute(
                    superuser,
                    "alter table " + table.qualified() + " alter column " + Sql.quoted(column) + " drop not null");
        }
    }

    private void dropConstraints(String which) throws SQLException {
        for (String constraint : Sql.strings(
                superuser,
                "select conname from pg_constraint where conrelid = ?::regclass and " + which,
                table.qualified())) {
            Sql.execute(
                    superuser,
                    "alter table " + table.qualified() + " drop constraint " + Sql.quoted(constraint) + " cascade");
        }
    }
}
