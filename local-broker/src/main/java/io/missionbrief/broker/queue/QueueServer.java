package io.missionbrief.broker.queue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.missionbrief.broker.BrokerFailure;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.persistence.sql.DB;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.OptionConverters;
import scalikejdbc.ConnectionPool;
import scalikejdbc.ConnectionPoolFactory;
import scalikejdbc.ConnectionPoolSettings;

/**
 * ElasticMQ with its store in H2, put together as its own server does, with three differences: its port is known, so that any
 * free one will do; a store that fails stays failed, where it would otherwise start again empty and lose what it acknowledges;
 * and what became of a queue can be waited for ({@link #settle}), where it otherwise acknowledges before it has written.
 */
public final class QueueServer implements AutoCloseable {

    /** Of one message, and of everything that a start reads. */
    private static final Duration MESSAGE_LIMIT = Duration.ofSeconds(20);

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final String SETTINGS = """
            pekko.loglevel = WARNING
            pekko.log-dead-letters = off
            pekko.jvm-shutdown-hooks = off
            pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
            pekko.actor.guardian-supervisor-strategy = "org.apache.pekko.actor.StoppingSupervisorStrategy"
            pekko.http.server.parsing.max-content-length = 8m
            pekko.http.server.max-connections = 8192
            pekko.http.server.backlog = 1024
            """;

    private final Connection store;
    private final ActorSystem actors;
    private final ActorRef persistence;
    private final ActorRef manager;
    private final SQSRestServer server;

    private QueueServer(
            Connection store, ActorSystem actors, ActorRef persistence, ActorRef manager, SQSRestServer server) {
        this.store = store;
        this.actors = actors;
        this.persistence = persistence;
        this.manager = manager;
        this.server = server;
    }

    /**
     * Returns when all queues and messages of the store are there again.
     *
     * @param file of the store, without its ending
     * @param storeOptions of H2, each with a semicolon before it
     * @param visiblePort the port that addresses of queues name
     * @throws BrokerFailure when the store cannot be opened or read
     */
    public static QueueServer start(Path file, String storeOptions, int visiblePort, String region, String account) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE" + storeOptions;
        Connection store = open(url, file);
        ActorSystem actors = ActorSystem.create("local-broker", settings());
        try {
            SqlQueuePersistenceConfig config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
            useConnectionsOf(config);
            ActorRef persistence = actors.actorOf(Props.create(
                    SqlQueuePersistenceActor.class, () -> new SqlQueuePersistenceActor(config, List$.MODULE$.empty())));
            ActorRef manager = actors.actorOf(Props.create(
                    QueueManagerActor.class,
                    () -> new QueueManagerActor(
                            new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(persistence))));
            restore(persistence, manager, file);
            SQSRestServer server = serve(actors, manager, persistence, visiblePort, region, account);
            return new QueueServer(store, actors, persistence, manager, server);
        } catch (RuntimeException failure) {
            end(actors);
            end(store);
            throw failure;
        }
    }

    /** Kept open until the end: it says at once that a store cannot be used, and closes it in order. */
    private static Connection open(String url, Path file) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException cause) {
            throw unreadable(file, cause);
        }
    }

    private static Config settings() {
        ClassLoader loader = QueueServer.class.getClassLoader();
        return ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader));
    }

    /** ElasticMQ makes its pool once in a process, and keeps that of a store that is closed. */
    private static void useConnectionsOf(SqlQueuePersistenceConfig config) {
        DB.initializeSingleton(config);
        ConnectionPoolSettings settings = ConnectionPool.singleton$default$4();
        ConnectionPoolFactory factory =
                ConnectionPool.singleton$default$5(config.uri(), config.username(), config.password(), settings);
        ConnectionPool.singleton(config.uri(), config.username(), config.password(), settings, factory);
    }

    private static void restore(ActorRef persistence, ActorRef manager, Path file) {
        try {
            Object restored = Patterns.ask(persistence, new QueueEvent.Restore(manager), START_LIMIT)
                    .toCompletableFuture()
                    .join();
            if (restored instanceof scala.util.Left<?, ?> errors) {
                throw unreadable(file, new IllegalStateException(errors.value().toString()));
            }
        } catch (CompletionException failure) {
            throw unreadable(file, failure);
        }
    }

    private static BrokerFailure unreadable(Path file, Exception cause) {
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new BrokerFailure(
                "the messages in " + file + ".mv.db cannot be read (" + why
                        + "); delete the broker's folder to begin without them",
                cause);
    }

    private static SQSRestServer serve(
            ActorSystem actors,
            ActorRef manager,
            ActorRef persistence,
            int visiblePort,
            String region,
            String account) {
        SQSRestServer server = new TheSQSRestServerBuilder(
                        Option.apply(actors),
                        Option.apply(manager),
                        "127.0.0.1",
                        0,
                        new NodeAddress("http", "127.0.0.1", visiblePort, ""),
                        false,
                        StrictSQSLimits$.MODULE$,
                        region,
                        account,
                        Option.apply(persistence),
                        AutoCreateQueuesConfig.disabled())
                .start();
        server.waitUntilStarted();
        return server;
    }

    /** Where ElasticMQ itself listens. */
    URI address() {
        return URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    /** A queue by its name; empty when there is none. */
    public Optional<Queue> find(String name) {
        Object found = ask(manager, new LookupQueue(name)).join();
        return OptionConverters.toJava((Option<?>) found).map(actor -> new Queue((ActorRef) actor));
    }

    /**
     * Returns when everything is written that was told of queues before: what is written stands in one line, and this is the
     * removal of a message that is not there.
     */
    void settle(String queue) {
        Object _ = ask(persistence, new QueueEvent.MessageRemoved(queue, "")).join();
    }

    static CompletableFuture<Object> ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, MESSAGE_LIMIT).toCompletableFuture();
    }

    @Override
    public void close() {
        server.stopAndWait();
        end(actors);
        ConnectionPool.closeAll();
        end(store);
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName("org.elasticmq:name=Queues"));
        } catch (JMException _) {
            // It was not there: another broker of this process had registered it.
        }
    }

    private static void end(ActorSystem actors) {
        actors.terminate();
        actors.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void end(Connection store) {
        try {
            store.close();
        } catch (SQLException cause) {
            throw new BrokerFailure("the store of the messages was not closed in order", cause);
        }
    }
}
