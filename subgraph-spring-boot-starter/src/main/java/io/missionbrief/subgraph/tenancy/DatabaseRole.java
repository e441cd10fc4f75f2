package io.missionbrief.subgraph.tenancy;

import java.time.Duration;
import java.util.Locale;

/** The roles by which a subgraph connects; {@code db/bootstrap.sql} makes them. */
enum DatabaseRole {
    OWNER(Duration.ofSeconds(15)),
    APP(Duration.ofSeconds(15)),
    OPERATOR(Duration.ofSeconds(70)),
    WORKER(Duration.ofSeconds(70));

    private final Duration patience;

    DatabaseRole(Duration patience) {
        this.patience = patience;
    }

    /**
     * How long a connection waits for an answer before it is given up: a little longer than the role's
     * {@code statement_timeout} in {@code db/bootstrap.sql}, so that a server that is there speaks first. Without it, a
     * thread would wait for a server that the network has lost until the kernel gives up, minutes or hours later.
     */
    Duration patience() {
        return patience;
    }

    String userOf(String subgraph) {
        return subgraph + "_" + name().toLowerCase(Locale.ROOT);
    }
}
