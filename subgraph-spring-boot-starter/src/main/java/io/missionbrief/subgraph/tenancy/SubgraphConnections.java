package io.missionbrief.subgraph.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens connections to the subgraph's schema by role. */
final class SubgraphConnections {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String subgraph;
    private final DatabaseProperties properties;

    SubgraphConnections(String subgraph, DatabaseProperties properties) {
        this.subgraph = subgraph;
        this.properties = properties;
    }

    /** A pool that opens its first connection when one is asked for, so that it can be made while PostgreSQL is down. */
    HikariDataSource pool(DatabaseRole role, int size) {
        var config = new HikariConfig();
        config.setPoolName(role.userOf(subgraph));
        config.setJdbcUrl(properties.url());
        config.setDataSourceProperties(driverProperties(role));
        config.setMaximumPoolSize(size);
        // Operators come seldom: what they do not use is closed again.
        config.setMinimumIdle(role == DatabaseRole.OPERATOR ? 0 : 1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** A connection of its own, that the caller closes. */
    Connection open(DatabaseRole role) throws SQLException {
        return DriverManager.getConnection(properties.url(), driverProperties(role));
    }

    private Properties driverProperties(DatabaseRole role) {
        var driver = new Properties();
        driver.setProperty("user", role.userOf(subgraph));
        var password = properties.passwords().of(role);
        if (password != null) {
            driver.setProperty("password", password);
        }
        driver.setProperty("ApplicationName", role.userOf(subgraph));
        driver.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        driver.setProperty("socketTimeout", String.valueOf(role.patience().toSeconds()));
        driver.setProperty("tcpKeepAlive", "true");
        return driver;
    }
}
