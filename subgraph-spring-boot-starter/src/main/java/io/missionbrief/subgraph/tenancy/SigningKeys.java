package io.missionbrief.subgraph.tenancy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key to sign bindings with, read by the schema's owner. It is looked up again each minute, aside of the request
 * that notices, so that a rotation needs no restart; while the look-up fails, the key that is known goes on.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final SubgraphConnections connections;
    private final AtomicLong nextLookup;
    private volatile SigningKey current;

    /** @throws IllegalStateException when the keys cannot be read: without one no row is to be had */
    SigningKeys(SubgraphConnections connections) {
        this.connections = connections;
        try {
            this.current = newest();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The signing keys of the database cannot be read: has db/bootstrap.sql been run in it?", e);
        }
        this.nextLookup = new AtomicLong(System.nanoTime() + TRUSTED.toNanos());
    }

    SigningKey current() {
        long due = nextLookup.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLookup.compareAndSet(due, now + TRUSTED.toNanos())) {
            Thread.ofVirtual().name("signing-key-lookup").start(this::refresh);
        }
        return current;
    }

    void refresh() {
        try {
            SigningKey newest = newest();
            if (!newest.id().equals(current.id())) {
                current = newest;
                log.info("Bindings are signed with key {} from now on", newest.id());
            }
        } catch (SQLException e) {
            log.warn("The signing keys could not be looked up; {} stays in use", current, e);
        }
    }

    private SigningKey newest() throws SQLException {
        try (var connection = connections.open(DatabaseRole.OWNER);
                var statement = connection.createStatement();
                var keys = statement.executeQuery("select id, secret from tenancy.signing_keys() limit 1")) {
            if (!keys.next()) {
                throw new SQLException("No signing key is valid: run db/bootstrap.sql, which makes one");
            }
            return new SigningKey(keys.getString(1), keys.getBytes(2));
        }
    }
}
