package io.missionbrief.subgraph.test;

import io.missionbrief.subgraph.tenancy.OperatorDatabase;
import io.missionbrief.subgraph.tenancy.TenancyAutoConfiguration;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The tables of one subgraph in a database of their own, and the subgraph's way to them, without the rest of it: for
 * tests that change tables, or that need no requests.
 */
public final class ScratchSubgraph implements AutoCloseable {

    private final TestDatabase database;
    private final AnnotationConfigApplicationContext context;

    private ScratchSubgraph(TestDatabase database, AnnotationConfigApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /**
     * Migrates the subgraph's tables into a new database.
     *
     * @param beans further classes of beans, such as a listener
     */
    public static ScratchSubgraph start(String subgraph, Class<?>... beans) {
        return start(subgraph, TestDatabase.create(subgraph), beans);
    }

    /** Migrates the subgraph's tables into a new database that has the roles of another subgraph as well. */
    public static ScratchSubgraph start(String subgraph, String stranger) {
        return start(subgraph, TestDatabase.create(subgraph, stranger));
    }

    private static ScratchSubgraph start(String subgraph, TestDatabase database, Class<?>... beans) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.copyOf(database.settings(subgraph))));
        context.register(TenancyAutoConfiguration.class);
        for (Class<?> bean : beans) {
            context.register(bean);
        }
        context.refresh();
        return new ScratchSubgraph(database, context);
    }

    public TenantDatabase tenants() {
        return context.getBean(TenantDatabase.class);
    }

    public WorkerDatabase worker() {
        return context.getBean(WorkerDatabase.class);
    }

    public OperatorDatabase operators() {
        return context.getBean(OperatorDatabase.class);
    }

    public TestDatabase database() {
        return database;
    }

    /** A bean of one of the classes given at the start. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
