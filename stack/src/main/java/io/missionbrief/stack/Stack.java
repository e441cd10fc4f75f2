package io.missionbrief.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the router, PostgreSQL and the subgraphs side by side, each waiting only where it needs another; and stops them in
 * that order with PostgreSQL last.
 */
public final class Stack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stack.class);

    private final Path project;
    private final StackDirectory directory;
    private final Ports ports;
    private final RunState state;
    private @Nullable LocalPostgres postgres;
    private @Nullable Subgraphs subgraphs;
    private @Nullable RouterProcess router;

    private Stack(Path project, StackDirectory directory, Ports ports) {
        this.project = project;
        this.directory = directory;
        this.ports = ports;
        this.state = new RunState(directory.runState(), ports, version());
    }

    /**
     * Runs until the process is asked to end.
     *
     * @param arguments the project's root folder, the folder for all state, and the router's port
     */
    public static void main(String[] arguments) throws InterruptedException {
        StackLogging.start();
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        StackDirectory directory = new StackDirectory(project.resolve(arguments[1]));
        try {
            FileLock lock = directory.lock();
            run(new Stack(project, directory, new Ports(Integer.parseInt(arguments[2]))));
            lock.release();
        } catch (StartFailure | IOException failure) {
            end(failure);
        }
    }

    private static void run(Stack stack) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        try {
            stack.start();
            Thread.currentThread().join();
        } catch (RuntimeException cause) {
            StartFailure failure = new Diagnosis(stack.directory, stack.hasLostItsDatabase()).of(cause);
            stack.fail(failure);
            end(failure);
        }
    }

    /** Where the failure cannot be kept in a file, {@code ./mission up} takes it from this line of the log. */
    private static void end(Exception failure) {
        log.error(failure.getMessage(), failure);
        Runtime.getRuntime().halt(1);
    }

    private void start() throws InterruptedException {
        state.phase(RunState.Phase.STARTING, null);
        LocalPostgres.stopOrphan(directory);
        ports.requireFree();
        RouterProcess gateway = RouterProcess.start(project, directory, ports, state);
        router = gateway;
        Secrets secrets = new Secrets(directory.secrets());
        LocalPostgres database = new LocalPostgres(directory, ports, secrets);
        postgres = database;
        CompletableFuture<Void> databaseLost = database.lost();
        SubgraphSettings settings = new SubgraphSettings(directory, ports, secrets, database);
        CompletableFuture<Void> databaseUp = startInBackground(database);
        subgraphs = Subgraphs.start(settings, new DatabaseGate(databaseUp), databaseUp, databaseLost, gateway.ready());
        gateway.awaitReady(databaseLost);
        database.watchNoLonger();
        state.phase(RunState.Phase.READY, null);
        log.info("ready on port {}", ports.router());
    }

    private CompletableFuture<Void> startInBackground(LocalPostgres database) {
        return CompletableFuture.runAsync(
                () -> {
                    database.start();
                    state.databaseUrl(database.superuserUrl());
                },
                work -> Thread.ofPlatform().name("database").start(work));
    }

    private boolean hasLostItsDatabase() {
        LocalPostgres database = postgres;
        return database != null && database.isLost();
    }

    private void fail(StartFailure failure) {
        stop();
        try {
            state.phase(RunState.Phase.FAILED, failure.getMessage());
        } catch (UncheckedIOException cause) {
            log.error("the failure is told here alone", cause);
        }
    }

    @Override
    public void close() {
        tellOfTheEnd();
        stop();
        state.remove();
        log.info("stopped");
    }

    private void stop() {
        RouterProcess gateway = router;
        if (gateway != null) {
            gateway.close();
        }
        Subgraphs contexts = subgraphs;
        if (contexts != null) {
            contexts.close();
        }
        LocalPostgres database = postgres;
        if (database != null) {
            close(database);
        }
    }

    /** A full disk must not keep the parts from being stopped. */
    private void tellOfTheEnd() {
        try {
            state.phase(RunState.Phase.STOPPING, null);
        } catch (UncheckedIOException cause) {
            log.warn("the stop could not be announced", cause);
        }
    }

    private static void close(LocalPostgres database) {
        try {
            database.close();
        } catch (IOException cause) {
            log.error("PostgreSQL did not stop cleanly; it recovers at the next start", cause);
        }
    }

    private static String version() {
        String version = Stack.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
