package io.missionbrief.subgraph.tenancy;

import java.util.Locale;

/** The roles by which a subgraph connects; {@code db/bootstrap.sql} makes them. */
enum DatabaseRole {
    OWNER,
    APP,
    OPERATOR,
    WORKER;

    String userOf(String subgraph) {
        return subgraph + "_" + name().toLowerCase(Locale.ROOT);
    }
}
