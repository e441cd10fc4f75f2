package io.missionbrief.offers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** The tables by the hand of the role that owns them: for what no request can do, such as making time pass. */
public final class OwnerHand implements AutoCloseable {

    private final Connection connection;

    private OwnerHand(Connection connection) {
        this.connection = connection;
    }

    public static OwnerHand of(Environment settings) throws SQLException {
        return new OwnerHand(DriverManager.getConnection(
                settings.getRequiredProperty("mission-brief.database.url"),
                "offers_owner",
                settings.getRequiredProperty("mission-brief.database.passwords.owner")));
    }

    /** The same hand, which from now on holds whatever rows it changes. */
    public OwnerHand holding() throws SQLException {
        connection.setAutoCommit(false);
        return this;
    }

    /** Commits what was changed, and lets the rows go. */
    public void letGo() throws SQLException {
        connection.commit();
    }

    /** Whether a transaction waits for a row that is held. */
    public boolean isWaitedFor() throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /**
     * Sets when an offer expires.
     *
     * @param time an SQL expression
     */
    public void setExpiry(UUID offer, String time) throws SQLException {
        update("update offers.offer set expires_at = " + time + " where id = ?", offer);
    }

    /** Lets the time of all revisions of a quote be over. */
    public void endValidity(UUID quote) throws SQLException {
        update("update offers.quote_revision set valid_until = clock_timestamp() where quote_id = ?", quote);
    }

    private void update(String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
