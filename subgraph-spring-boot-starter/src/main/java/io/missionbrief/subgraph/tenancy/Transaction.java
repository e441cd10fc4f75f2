package io.missionbrief.subgraph.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Work on a connection of a pool, and what its failures mean to the caller. */
final class Transaction {

    private Transaction() {}

    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** One transaction: commits when its work returns, rolls back when it throws. */
    static <T extends @Nullable Object> T run(DataSource pool, Work<T> work) {
        return using(
                pool,
                connection -> {
                    connection.setAutoCommit(false);
                    return commitOrRollBack(connection, work);
                },
                DatabaseFailure::of);
    }

    /** Runs statements that are a transaction of their own each, and only read. */
    static <T extends @Nullable Object> T each(DataSource pool, Work<T> work) {
        return using(pool, work, DatabaseFailure::ofRead);
    }

    private static <T extends @Nullable Object> T using(
            DataSource pool, Work<T> work, Function<DataAccessException, RuntimeException> told) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw DatabaseFailure.unreachable(e);
        } catch (DataAccessException e) {
            throw told.apply(e);
        }
    }

    private static <T extends @Nullable Object> T commitOrRollBack(Connection connection, Work<T> work)
            throws SQLException {
        boolean committed = false;
        try {
            T result = work.on(connection);
            commit(connection);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }

    /** A deferred constraint speaks up here: that is a failed statement, and not a connection that is lost. */
    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessException("The transaction could not commit: " + e.getMessage(), e);
        }
    }
}
