package io.missionbrief.subgraph.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Runs {@code db/bootstrap.sql}: roles, schemas and tenancy, before any subgraph can start. As often as wanted; what is
 * there stays.
 */
public final class DatabaseBootstrap {

    private static final String SCRIPT = "/db/bootstrap.sql";

    private DatabaseBootstrap() {}

    /**
     * Prepares the database.
     *
     * @param superuser a connection in autocommit to the database to prepare
     * @param subgraphs the names of the subgraphs that will live in it
     * @param passwords the password of each role, such as {@code leads_app}; a role that is not named keeps its own
     */
    public static void run(Connection superuser, List<String> subgraphs, Map<String, String> passwords)
            throws SQLException {
        if (!superuser.getAutoCommit()) {
            throw new IllegalArgumentException("The bootstrap makes a transaction of its own: turn autocommit on");
        }
        give(superuser, String.join(",", subgraphs), passwords);
        try (var statement = superuser.createStatement()) {
            statement.execute(script());
        } finally {
            give(superuser, "", Map.of());
        }
    }

    private static void give(Connection superuser, String subgraphs, Map<String, String> passwords)
            throws SQLException {
        var sql = "select set_config('mission_brief.subgraphs', ?, false),"
                + " set_config('mission_brief.passwords', jsonb_object(?::text[], ?::text[])::text, false)";
        var roles = List.copyOf(passwords.keySet());
        try (var statement = superuser.prepareStatement(sql)) {
            statement.setString(1, subgraphs);
            statement.setArray(2, superuser.createArrayOf("text", roles.toArray()));
            statement.setArray(
                    3,
                    superuser.createArrayOf(
                            "text", roles.stream().map(passwords::get).toArray()));
            statement.execute();
        }
    }

    private static String script() {
        try (InputStream script = DatabaseBootstrap.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the classpath");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
