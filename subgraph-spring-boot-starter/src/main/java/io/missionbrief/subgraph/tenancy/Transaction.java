package io.missionbrief.subgraph.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** One transaction: commits when its work returns, rolls back when it throws. */
final class Transaction {

    private Transaction() {}

    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    static <T extends @Nullable Object> T run(DataSource pool, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return commitOrRollBack(connection, work);
        } catch (SQLException e) {
            throw DatabaseFailure.unreachable(e);
        } catch (DataAccessException e) {
            throw DatabaseFailure.of(e);
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
