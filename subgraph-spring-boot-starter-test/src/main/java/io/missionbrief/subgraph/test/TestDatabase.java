package io.missionbrief.subgraph.test;

import io.missionbrief.subgraph.tenancy.DatabaseBootstrap;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database of its own on the shared server, bootstrapped and otherwise empty. */
public final class TestDatabase implements AutoCloseable {

    /** The workspace of the platform's operators. */
    public static final String PLATFORM = "207732";

    private static final List<String> ROLES = List.of("owner", "app", "operator", "worker");

    private final TestServer server = TestServer.shared();
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

    private TestDatabase() {}

    /** Makes a database with the schemas and roles of these subgraphs. */
    public static TestDatabase create(String... subgraphs) {
        try {
            var database = new TestDatabase();
            database.execute("postgres", "create database " + database.name);
            try (var superuser = database.superuser()) {
                DatabaseBootstrap.run(superuser, List.of(subgraphs), passwords(subgraphs));
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be made", e);
        }
    }

    /** The JDBC URL, without a user. */
    public String url() {
        return server.url(name);
    }

    /** A connection that no policy restricts; the caller closes it. */
    public Connection superuser() throws SQLException {
        return server.superuser(name);
    }

    /** A connection of a role such as {@code leads_app}, bound to no workspace; the caller closes it. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, password(role));
    }

    /** The settings by which a subgraph finds this database. */
    public Map<String, String> settings(String subgraph) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("mission-brief.subgraph", subgraph);
        settings.put("mission-brief.platform-workspace", PLATFORM);
        settings.put("mission-brief.database.url", url());
        ROLES.forEach(
                role -> settings.put("mission-brief.database.passwords." + role, password(subgraph + "_" + role)));
        return settings;
    }

    /** Drops the database and whatever is connected to it. */
    @Override
    public void close() {
        try {
            execute("postgres", "drop database " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be dropped", e);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (var superuser = server.superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> passwords(String... subgraphs) {
        var passwords = new HashMap<String, String>();
        for (String subgraph : subgraphs) {
            ROLES.forEach(role -> passwords.put(subgraph + "_" + role, password(subgraph + "_" + role)));
        }
        return passwords;
    }

    private static String password(String role) {
        return role + "-test";
    }
}
