package io.missionbrief.subgraph.test;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole subgraph beside the one that the tests of a module share, on a database of its own that a test may spoil: for
 * checks that have to find what is missing. It costs a start of the application.
 */
public final class SpareSubgraph implements AutoCloseable {

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private SpareSubgraph(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts it on a free port, with all its migrations. */
    public static SpareSubgraph start(Class<?> application, String subgraph) {
        TestDatabase database = TestDatabase.create(subgraph);
        String[] arguments = Stream.concat(
                        Stream.of("spring.config.name=" + subgraph, "server.port=0"),
                        SubgraphContextLoader.settings(subgraph, database))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpareSubgraph(database, SpringApplication.run(application, arguments));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Executes a statement in its database, past every policy. */
    public void spoil(String sql) {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
