package io.missionbrief.subgraph.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the subgraph's schema is.
 *
 * @param url the JDBC URL of the database, without a user
 * @param passwords the passwords of the subgraph's roles
 * @param poolSize the most connections that requests use at the same time
 */
@ConfigurationProperties("mission-brief.database")
record DatabaseProperties(
        String url,
        @DefaultValue Passwords passwords,
        @DefaultValue("10") int poolSize) {

    /** A password is null where the server asks for none. */
    record Passwords(
            @Nullable String owner,
            @Nullable String app,
            @Nullable String worker,
            @Nullable String operator) {

        @Nullable
        String of(DatabaseRole role) {
            return switch (role) {
                case OWNER -> owner;
                case APP -> app;
                case OPERATOR -> operator;
                case WORKER -> worker;
            };
        }

        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }
}
