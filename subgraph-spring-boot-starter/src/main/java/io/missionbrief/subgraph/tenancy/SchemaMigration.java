package io.missionbrief.subgraph.tenancy;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the subgraph's schema up to date, as its owner: first the tables that every subgraph has, then its own. Each
 * has a history of its own, so that neither numbering knows of the other.
 */
final class SchemaMigration {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    private final String subgraph;
    private final DatabaseProperties properties;

    SchemaMigration(String subgraph, DatabaseProperties properties) {
        this.subgraph = subgraph;
        this.properties = properties;
    }

    void run() {
        migrate("classpath:db/subgraph", "flyway_subgraph_history");
        migrate("classpath:db/" + subgraph, "flyway_history");
    }

    private void migrate(String location, String history) {
        MigrateResult result = Flyway.configure(getClass().getClassLoader())
                .dataSource(properties.url(), DatabaseRole.OWNER.userOf(subgraph), password())
                .defaultSchema(subgraph)
                .createSchemas(false)
                .locations(location)
                .failOnMissingLocations(false)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("subgraph", subgraph))
                .load()
                .migrate();
        log.info("Schema {}: {} migrations of {} applied", subgraph, result.migrationsExecuted, location);
    }

    private String password() {
        var password = properties.passwords().of(DatabaseRole.OWNER);
        return password == null ? "" : password;
    }
}
