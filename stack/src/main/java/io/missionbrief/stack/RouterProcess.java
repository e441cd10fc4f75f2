package io.missionbrief.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded router, a Node.js process beside this one. It is started again when it dies. */
final class RouterProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RouterProcess.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final int MAX_RESTARTS = 5;
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Path project;
    private final StackDirectory directory;
    private final Ports ports;
    private final RunState state;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile Process process;
    private volatile long launchedAt;
    private volatile boolean closing;
    private int restarts;

    private RouterProcess(Path project, StackDirectory directory, Ports ports, RunState state) {
        this.project = project;
        this.directory = directory;
        this.ports = ports;
        this.state = state;
        this.process = launch();
    }

    static RouterProcess start(Path project, StackDirectory directory, Ports ports, RunState state) {
        RouterProcess router = new RouterProcess(project, directory, ports, state);
        router.restartOnExit(router.process);
        return router;
    }

    /** Done when the router has answered once that it can serve, or failed when it has ended before. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /**
     * Waits until the router answers that it can serve.
     *
     * @param needed what must not fail meanwhile; it need not be done
     * @throws StartFailure with the reason when it never will
     */
    void awaitReady(CompletableFuture<?> needed) throws InterruptedException {
        // Its default is to ask for an upgrade to HTTP/2, and the router upgrades to WebSocket alone.
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor()) {
            var _ = prober.scheduleWithFixedDelay(
                    () -> probe(client), 0, PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture.anyOf(ready, needed).get(READY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new StartFailure(
                    "the router was not ready in " + READY_LIMIT.toSeconds() + " s; see " + directory.log("router"),
                    late);
        } catch (ExecutionException ended) {
            throw ended.getCause() instanceof StartFailure failure ? failure : new IllegalStateException(ended);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe(HttpClient client) {
        URI health = URI.create("http://127.0.0.1:" + ports.router() + "/health/ready");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(PROBE_LIMIT).build();
            if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                ready.complete(null);
            }
        } catch (IOException _) {
            // It does not listen yet: the next probe asks again.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "router/embedded/main.mjs",
                "--supergraph",
                "schema/supergraph.graphql",
                "--port",
                Integer.toString(ports.router())));
        for (LocalSubgraph subgraph : LocalSubgraph.values()) {
            command.add("--subgraph");
            command.add(subgraph.key() + "=http://127.0.0.1:" + ports.of(subgraph) + "/graphql");
        }
        try {
            ProcessBuilder.Redirect output =
                    ProcessBuilder.Redirect.appendTo(directory.log("router").toFile());
            Process started = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            launchedAt = System.nanoTime();
            state.process("router", started.pid());
            return started;
        } catch (IOException cause) {
            throw new StartFailure("the router did not start: is Node.js 20 or newer on the PATH?", cause);
        }
    }

    private void restartOnExit(Process watched) {
        var _ = watched.onExit().thenAccept(ended -> {
            if (closing || ready.completeExceptionally(endedBefore(ended))) {
                return;
            }
            restarts = hasRunLong() ? 1 : restarts + 1;
            if (restarts > MAX_RESTARTS) {
                log.error(
                        "the router ended {} times, each soon after its start; it stays down, see {}",
                        restarts,
                        directory.log("router"));
                return;
            }
            log.warn("the router ended with {}; starting it again", ended.exitValue());
            Executor afterAPause = CompletableFuture.delayedExecutor(restarts - 1L, TimeUnit.SECONDS);
            afterAPause.execute(this::restart);
        });
    }

    /** Before it was ready once, another try would end as this one did. */
    private StartFailure endedBefore(Process ended) {
        Path log = directory.log("router");
        return new StartFailure("the router ended with " + ended.exitValue() + " before it was ready; see " + log
                + ", then ./mission up");
    }

    private synchronized void restart() {
        if (!closing) {
            process = launch();
            restartOnExit(process);
        }
    }

    private boolean hasRunLong() {
        return System.nanoTime() - launchedAt > HEALTHY.toNanos();
    }
}
