package io.missionbrief.subgraph.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The pools of one subgraph. No pool is a bean: a bean could be injected where nothing is bound. */
final class SubgraphPools implements AutoCloseable {

    private static final int WORKERS = 3;
    private static final int OPERATORS = 2;

    private final SubgraphConnections connections;
    private final HikariDataSource app;
    private final HikariDataSource worker;
    private final HikariDataSource operator;

    SubgraphPools(SubgraphConnections connections, int appSize) {
        this.connections = connections;
        this.app = connections.pool(DatabaseRole.APP, appSize);
        this.worker = connections.pool(DatabaseRole.WORKER, WORKERS);
        this.operator = connections.pool(DatabaseRole.OPERATOR, OPERATORS);
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

    DataSource operator() {
        return operator;
    }

    @Override
    public void close() {
        app.close();
        worker.close();
        operator.close();
    }
}
