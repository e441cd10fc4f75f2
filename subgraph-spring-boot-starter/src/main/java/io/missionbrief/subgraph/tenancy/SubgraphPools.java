package io.missionbrief.subgraph.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The pools of one subgraph. No pool is a bean: a bean could be injected where nothing is bound. */
final class SubgraphPools implements AutoCloseable {

    private static final int WORKERS = 3;

    private final SubgraphConnections connections;
    private final HikariDataSource app;
    private final HikariDataSource worker;

    SubgraphPools(SubgraphConnections connections, int appSize) {
        this.connections = connections;
        this.app = connections.pool(DatabaseRole.APP, appSize);
        this.worker = connections.pool(DatabaseRole.WORKER, WORKERS);
    }

    SubgraphConnections connections() {
        return connections;
    }

    DataSource app() {
        return app;
    }

    DataSource worker() {
        return worker;
    }

    @Override
    public void close() {
        app.close();
        worker.close();
    }
}
