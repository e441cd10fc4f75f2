package io.missionbrief.stack;

import io.missionbrief.subgraph.SubgraphApplication;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
     * to need it. The first failure ends the waiting: what else has started goes with the process.
     *
     * @param needed what must not fail meanwhile, either
     * @throws CompletionException with the first failure; a {@link SubgraphFailure} names the subgraph
     */
    static Subgraphs start(SubgraphSettings settings, DatabaseGate database, CompletableFuture<?>... needed) {
        ExecutorService starters = Executors.newFixedThreadPool(atOnce());
        List<CompletableFuture<ConfigurableApplicationContext>> starts = Arrays.stream(LocalSubgraph.values())
                .map(subgraph ->
                        CompletableFuture.supplyAsync(() -> start(subgraph, settings.of(subgraph), database), starters))
                .toList();
        starters.shutdown();
        awaitAll(starts, needed);
        return new Subgraphs(starts.stream().map(CompletableFuture::join).toList());
    }

    private static void awaitAll(List<? extends CompletableFuture<?>> starts, CompletableFuture<?>... needed) {
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        for (CompletableFuture<?> part :
                Stream.concat(starts.stream(), Arrays.stream(needed)).toList()) {
            var _ = part.whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        all.join();
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
            throw new SubgraphFailure(subgraph, cause);
        }
    }
}
