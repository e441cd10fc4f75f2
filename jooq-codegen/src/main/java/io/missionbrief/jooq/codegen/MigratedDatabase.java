package io.missionbrief.jooq.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A throw-away PostgreSQL with the tables of one subgraph. */
final class MigratedDatabase implements AutoCloseable {

    private final String subgraph;
    private final EmbeddedPostgres server;
    private final List<String> sharedTables;

    MigratedDatabase(String subgraph, Path migrations, Path starter) throws IOException, SQLException {
        this.subgraph = subgraph;
        this.server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
        try {
            bootstrap(starter.resolve("bootstrap.sql"));
            migrate(starter.resolve("subgraph"), "flyway_subgraph_history");
            this.sharedTables = tables();
            migrate(migrations, "flyway_history");
        } catch (SQLException | IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where the tables are to be read, as the superuser. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** The tables that every subgraph has, which only the starter reads and writes. */
    List<String> sharedTables() {
        return sharedTables;
    }

    private void bootstrap(Path script) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set mission_brief.subgraphs = '" + subgraph + "'");
            statement.execute(Files.readString(script));
        }
    }

    private void migrate(Path folder, String history) {
        Flyway.configure()
                .dataSource(server.getJdbcUrl(subgraph + "_owner", "postgres"), null, null)
                .defaultSchema(subgraph)
                .createSchemas(false)
                .locations("filesystem:" + folder)
                .failOnMissingLocations(false)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("subgraph", subgraph))
                .load()
                .migrate();
    }

    private List<String> tables() throws SQLException {
        var sql = "select table_name from information_schema.tables where table_schema = ?";
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, subgraph);
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return List.copyOf(names);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
