package io.missionbrief.subgraph.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jooq.tools.jdbc.DefaultConnection;

/**
 * A connection in autocommit whose every statement carries its binding with it. The driver sends
 *
 * <pre>{@code
 * select set_config('tenancy.binding', $1, true), set_config('transaction_read_only', 'on', true);
 * select ... ;
 * }</pre>
 *
 * in one round trip, both prepared on the server, and PostgreSQL runs them as one transaction: the binding is gone when
 * the answer is there. Begin, set, query and commit would be four statements in three round trips.
 */
final class BoundConnection extends DefaultConnection {

    private static final String BINDING =
            "select set_config('tenancy.binding', ?, true), set_config('transaction_read_only', 'on', true); ";

    private final String binding;

    BoundConnection(Connection delegate, String binding) {
        super(delegate);
        this.binding = binding;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return BoundStatement.of(getDelegate().prepareStatement(BINDING + sql), binding);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int resultSetType, int resultSetConcurrency)
            throws SQLException {
        return BoundStatement.of(
                getDelegate().prepareStatement(BINDING + sql, resultSetType, resultSetConcurrency), binding);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return BoundStatement.of(
                getDelegate().prepareStatement(BINDING + sql, type, concurrency, holdability), binding);
    }

    @Override
    public Statement createStatement() throws SQLException {
        throw unbound();
    }

    @Override
    public Statement createStatement(int resultSetType, int resultSetConcurrency) throws SQLException {
        throw unbound();
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        throw unbound();
    }

    private static SQLFeatureNotSupportedException unbound() {
        return new SQLFeatureNotSupportedException("A read runs prepared statements only: others carry no binding");
    }
}
