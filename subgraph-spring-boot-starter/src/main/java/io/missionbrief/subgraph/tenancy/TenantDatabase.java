package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way of a subgraph to its tables: whatever runs here sees the rows of the actor's workspace and no others,
 * because PostgreSQL decides it by a binding that is signed for the actor and vanishes with the transaction.
 *
 * <p>The context that a function is given ends with it. Calls do not nest: a call inside another one takes a second
 * connection, and enough of them at once wait for each other.
 */
public final class TenantDatabase {

    private static final Logger log = LoggerFactory.getLogger(TenantDatabase.class);
    private static final String IN_FAILED_TRANSACTION = "25P02";

    private final DataSource app;
    private final BindingSigner bindings;
    private final StatementContexts contexts;
    private final Supplier<List<AfterCommit>> afterCommit;

    TenantDatabase(
            DataSource app,
            BindingSigner bindings,
            StatementContexts contexts,
            Supplier<List<AfterCommit>> afterCommit) {
        this.app = app;
        this.bindings = bindings;
        this.contexts = contexts;
        this.afterCommit = afterCommit;
    }

    /**
     * Runs queries in the actor's workspace. Each is a transaction of its own, in one round trip, and none can write.
     *
     * @throws RequestException {@code FORBIDDEN} when the actor has no workspace, {@code SERVICE_UNAVAILABLE} when the
     *     database does not answer in time
     */
    public <T extends @Nullable Object> T read(Actor actor, Function<DSLContext, T> query) {
        actor.requireWorkspace();
        return readAsUser(actor, query);
    }

    /**
     * Runs work in the actor's workspace in one transaction, which commits when the function returns and rolls back
     * when it throws. Nothing is tried twice.
     *
     * @throws RequestException as {@link #read}, and {@code CONFLICT} when the transaction collided with another one
     */
    public <T extends @Nullable Object> T write(Actor actor, Function<DSLContext, T> work) {
        actor.requireWorkspace();
        return writeAsUser(actor, work);
    }

    /** {@link #read} for an actor that may have no workspace: then only what a policy opens to the user is seen. */
    public <T extends @Nullable Object> T readAsUser(Actor actor, Function<DSLContext, T> query) {
        return Transaction.each(app, connection -> {
            var bound = new BoundConnection(connection, binding(actor, connection));
            return query.apply(contexts.on(bound, actor));
        });
    }

    /** {@link #write} for an actor that may have no workspace: then only what a policy opens to the user is reached. */
    public <T extends @Nullable Object> T writeAsUser(Actor actor, Function<DSLContext, T> work) {
        T result = Transaction.run(app, connection -> {
            bind(connection, binding(actor, connection));
            return work.apply(contexts.on(connection, actor));
        });
        afterCommit.get().forEach(TenantDatabase::tell);
        return result;
    }

    /**
     * Runs a part of a transaction in another workspace, for work that concerns two, such as opening one or joining one.
     * Each row is written under a binding of its own workspace; deferred constraints are checked when the part ends,
     * while its rows are still in sight.
     *
     * @param transaction as {@link #write} gave it
     * @param other who acts in the other workspace
     */
    public <T extends @Nullable Object> T within(DSLContext transaction, Actor other, Function<DSLContext, T> part) {
        other.requireWorkspace();
        Actor outer = Objects.requireNonNull((Actor) transaction.configuration().data(Actor.class));
        return transaction.connectionResult(connection -> {
            bind(connection, binding(other, connection));
            try {
                T result = part.apply(contexts.on(connection, other));
                checkDeferredConstraints(connection);
                return result;
            } finally {
                bindAgain(connection, outer);
            }
        });
    }

    /** Whatever became of the part: nothing after it may run in the other workspace. */
    private void bindAgain(Connection connection, Actor outer) throws SQLException {
        try {
            bind(connection, binding(outer, connection));
        } catch (SQLException e) {
            if (!IN_FAILED_TRANSACTION.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void checkDeferredConstraints(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
            statement.execute("set constraints all deferred");
        }
    }

    private String binding(Actor actor, Connection connection) throws SQLException {
        return bindings.sign(actor, connection.unwrap(PGConnection.class).getBackendPID());
    }

    private static void bind(Connection connection, String binding) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('tenancy.binding', ?, true)")) {
            statement.setString(1, binding);
            statement.execute();
        }
    }

    private static void tell(AfterCommit listener) {
        try {
            listener.committed();
        } catch (RuntimeException e) {
            log.error("A listener failed after a commit", e);
        }
    }
}
