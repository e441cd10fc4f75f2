package io.missionbrief.stack;

import io.missionbrief.subgraph.SubgraphApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The subgraphs, each a Spring context of its own with a server and a database role of its own. */
final class Subgraphs implements AutoCloseable {

    static final List<String> ROLES = List.of("owner", "app", "operator", "worker");

    private final List<ConfigurableApplicationContext> contexts;

    private Subgraphs(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /**
     * Starts all side by side. Nothing in one needs another to be up, and each waits for the database only when it comes
     * to need it.
     *
     * @param log where the lines are that say more of a failure
     */
    static Subgraphs start(SubgraphSettings settings, DatabaseGate database, Path log) throws InterruptedException {
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        try (ExecutorService starters = Executors.newFixedThreadPool(atOnce())) {
            List<Callable<ConfigurableApplicationContext>> starts = new ArrayList<>();
            for (LocalSubgraph subgraph : LocalSubgraph.values()) {
                starts.add(() -> start(subgraph, settings.of(subgraph), database));
            }
            List<Future<ConfigurableApplicationContext>> results = starters.invokeAll(starts);
            for (Future<ConfigurableApplicationContext> result : results) {
                contexts.add(result.get());
            }
        } catch (ExecutionException failed) {
            new Subgraphs(contexts).close();
            Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new StartFailure(cause.getMessage() + "; see " + log, cause);
        }
        return new Subgraphs(contexts);
    }

    /** More at once than there are processors would only wait for each other. */
    private static int atOnce() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void close() {
        try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(contexts.stream()
                            .map(context -> CompletableFuture.runAsync(() -> close(context), closers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static void close(ConfigurableApplicationContext context) {
        String service = context.getEnvironment().getRequiredProperty("spring.application.name");
        ServiceOfThread.call(service, () -> {
            context.close();
            return context;
        });
    }

    private static ConfigurableApplicationContext start(
            LocalSubgraph subgraph, Map<String, String> settings, DatabaseGate database) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        SpringApplicationBuilder application = SubgraphApplication.builder(subgraph.application(), subgraph.key())
                .initializers(database)
                .registerShutdownHook(false);
        try {
            return ServiceOfThread.call(subgraph.service(), () -> application.run(arguments));
        } catch (RuntimeException cause) {
            throw new StartFailure("subgraph " + subgraph.key() + " did not start", cause);
        }
    }
}
