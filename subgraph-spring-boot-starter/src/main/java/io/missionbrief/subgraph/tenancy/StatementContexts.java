package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.security.Actor;
import java.sql.Connection;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.NoTransactionProvider;

/** Makes the jOOQ context for one use of a connection. Transactions belong to this package, so a context offers none. */
final class StatementContexts {

    private final Configuration template;

    /** @param listeners hear of every statement; {@code context.configuration().data(Actor.class)} says for whom it runs */
    StatementContexts(List<ExecuteListenerProvider> listeners) {
        this.template = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new NoTransactionProvider())
                .set(listeners.toArray(ExecuteListenerProvider[]::new))
                .set(new Settings()
                        .withExecuteLogging(false)
                        .withFetchWarnings(false)
                        .withAttachRecords(false));
    }

    DSLContext on(Connection connection, Actor actor) {
        Configuration configuration = template.derive(new DefaultConnectionProvider(connection));
        configuration.data(Actor.class, actor);
        return DSL.using(configuration);
    }

    DSLContext on(Connection connection) {
        return DSL.using(template.derive(new DefaultConnectionProvider(connection)));
    }
}
