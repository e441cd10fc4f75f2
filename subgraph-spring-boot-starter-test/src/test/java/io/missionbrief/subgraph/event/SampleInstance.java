package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenancyAutoConfiguration;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One instance of a subgraph with the table {@code memo}, as far as its events go. Several may share a database. */
public final class SampleInstance implements AutoCloseable {

    public static final String SUBGRAPH = "sample";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private SampleInstance(TestDatabase database, Map<String, Object> settings, Class<?>... further) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("database", Map.copyOf(database.settings(SUBGRAPH))));
        sources.addFirst(new MapPropertySource("settings", settings));
        context.register(TenancyAutoConfiguration.class, EventAutoConfiguration.class);
        Stream.of(further).forEach(context::register);
        context.refresh();
    }

    /**
     * An instance that has read to the end of its log.
     *
     * @param further auto-configurations that stand on those of the log
     */
    public static SampleInstance start(TestDatabase database, Map<String, Object> settings, Class<?>... further) {
        var instance = new SampleInstance(database, settings, further);
        Received.soon().until(instance.bean(Hubs.class)::isOpen);
        return instance;
    }

    public static SampleInstance start(TestDatabase database) {
        return start(database, Map.of());
    }

    /** Somebody in a workspace that nobody else has. */
    public static Actor somebody() {
        return somebodyIn(new WorkspaceId("w" + UUID.randomUUID()));
    }

    static Actor somebodyIn(WorkspaceId workspace) {
        return somebodyUntil(workspace, Instant.now().plus(Duration.ofHours(1)));
    }

    static Actor somebodyUntil(WorkspaceId workspace, Instant expiry) {
        return new Actor("somebody", workspace, Set.of(), Set.of(), expiry);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public TenantDatabase tenants() {
        return bean(TenantDatabase.class);
    }

    public WorkerDatabase workers() {
        return bean(WorkerDatabase.class);
    }

    EventFeed feed() {
        return bean(EventFeed.class);
    }

    /** Writes a new memo and its event in one transaction. */
    public UUID create(Actor actor, String body) {
        return tenants().write(actor, transaction -> create(transaction, actor, body));
    }

    UUID create(DSLContext transaction, Actor actor, String body) {
        UUID id = transaction
                .fetchSingle(
                        "insert into memo (workspace_id, body) values (?, ?) returning id",
                        actor.requireWorkspace().value(),
                        body)
                .get(0, UUID.class);
        append(transaction, actor, id, 1, body);
        return id;
    }

    /** Changes a memo, which locks it, and appends the event. Returns the version that this led to. */
    public int change(DSLContext transaction, Actor actor, UUID id, String body) {
        int version = changeSilently(transaction, id, body);
        append(transaction, actor, id, version, body);
        return version;
    }

    /** Changes a memo and appends no event. */
    int changeSilently(DSLContext transaction, UUID id, String body) {
        return transaction
                .fetchSingle("update memo set body = ?, version = version + 1 where id = ? returning version", body, id)
                .get(0, Integer.class);
    }

    void append(DSLContext transaction, Actor actor, UUID id, int version, String body) {
        var event = new NewEvent(
                new EventType(version == 1 ? "Memo.New" : "Memo.Update"),
                id,
                version,
                Map.of("body", body),
                Map.of("body", new Change(null, body)),
                null);
        bean(EventLog.class).append(transaction, actor, event);
    }

    @Override
    public void close() {
        context.close();
    }
}
