package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.error.RequestException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The tables as background work sees them: across workspaces, and no more of them than the policies and grants of the
 * role {@code _worker} say. Never for answering a user.
 */
public final class WorkerDatabase {

    private final DataSource worker;
    private final SubgraphConnections connections;
    private final StatementContexts contexts;

    WorkerDatabase(DataSource worker, SubgraphConnections connections, StatementContexts contexts) {
        this.worker = worker;
        this.connections = connections;
        this.contexts = contexts;
    }

    /**
     * Runs queries, each a transaction of its own.
     *
     * @throws RequestException {@code SERVICE_UNAVAILABLE} when the database does not answer in time
     */
    public <T extends @Nullable Object> T read(Function<DSLContext, T> query) {
        return Transaction.each(worker, connection -> query.apply(contexts.on(connection)));
    }

    /**
     * Runs work in one transaction, which commits when the function returns and rolls back when it throws.
     *
     * @throws RequestException as {@link #read}, and {@code CONFLICT} when the transaction collided with another one
     */
    public <T extends @Nullable Object> T write(Function<DSLContext, T> work) {
        return Transaction.run(worker, connection -> work.apply(contexts.on(connection)));
    }

    /**
     * A connection outside of the pool, for work that keeps one, such as {@code listen}; the caller closes it. It
     * breaks when the server does not answer for a little longer than a statement may take.
     */
    public Connection open() throws SQLException {
        return connections.open(DatabaseRole.WORKER);
    }
}
