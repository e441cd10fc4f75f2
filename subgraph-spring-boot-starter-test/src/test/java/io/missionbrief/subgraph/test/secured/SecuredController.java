package io.missionbrief.subgraph.test.secured;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Controller
class SecuredController {

    /** How often something was looked up: a refusal must leave it as it is. */
    final AtomicInteger lookups = new AtomicInteger();

    /** What {@code hold} waits for. */
    final CompletableFuture<Integer> held = new CompletableFuture<>();

    private final Sinks.Empty<Void> ending = Sinks.empty();

    private final PeerSubgraphs peers;
    private final Environment environment;

    SecuredController(PeerSubgraphs peers, Environment environment) {
        this.peers = peers;
        this.environment = environment;
    }

    @QueryMapping
    Caller caller(Actor actor) {
        RequestContext request = Objects.requireNonNull(RequestContext.current());
        WorkspaceId workspace = actor.workspace();
        return new Caller(
                actor.userId(),
                workspace == null ? null : workspace.value(),
                List.copyOf(new TreeSet<>(actor.scopes())),
                actor.isService(),
                request.requestId(),
                request.traceparent().toString(),
                String.valueOf(MDC.getCopyOfContextMap()),
                Thread.currentThread().getName());
    }

    /** Asks itself as it would another subgraph. */
    @SchemaMapping(typeName = "Caller")
    Caller peer(Actor actor) {
        String url = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/graphql";
        return Objects.requireNonNull(peers.at("secured", url, "documents:read")
                .ask(
                        actor.requireWorkspace(),
                        "{ caller { user workspace scopes service requestId traceparent log thread } }",
                        Map.of())
                .field("caller")
                .toEntity(Caller.class));
    }

    @QueryMapping
    Document document(@Argument String id) {
        lookups.incrementAndGet();
        return new Document(id);
    }

    @QueryMapping
    DocumentConnection documents() {
        lookups.incrementAndGet();
        return new DocumentConnection(List.of(new Document("1"), new Document("2")));
    }

    @QueryMapping
    String report() {
        lookups.incrementAndGet();
        return "fine";
    }

    @QueryMapping
    Object subject(@Argument String kind) {
        return kind.equals("document") ? new Document("1") : new Label("1");
    }

    @MutationMapping
    int touch() {
        return lookups.incrementAndGet();
    }

    @MutationMapping
    PublishPayload publish() {
        return new PublishPayload(new Document("1"), lookups.incrementAndGet());
    }

    @MutationMapping
    CompletableFuture<Integer> hold() {
        return held;
    }

    @EventListener
    void ends(ContextClosedEvent end) {
        ending.tryEmitEmpty();
    }

    /** Its reason to end takes a moment: whoever closes the socket at once loses it. */
    @SubscriptionMapping
    Flux<Integer> vigil() {
        Mono<Integer> end = ending.asMono()
                .then(Mono.delay(Duration.ofMillis(200)))
                .then(Mono.error(() -> new RequestException(
                        ErrorCode.SERVICE_UNAVAILABLE, "The vigil ends", Map.of("reason", "SHUTDOWN"))));
        return Flux.just(1).concatWith(end);
    }

    @SubscriptionMapping
    Flux<Integer> ticks() {
        lookups.incrementAndGet();
        return Flux.just(1, 2, 3).concatWith(Flux.never());
    }

    @EntityMapping
    List<@Nullable Document> document(@Argument List<String> idList, Actor actor) {
        lookups.incrementAndGet();
        return found(idList, Document::new);
    }

    @EntityMapping
    List<@Nullable Label> label(@Argument List<String> idList, Actor actor) {
        lookups.incrementAndGet();
        return found(idList, Label::new);
    }

    private static <T> List<@Nullable T> found(List<String> ids, Function<String, T> entity) {
        List<@Nullable T> list = new ArrayList<>();
        ids.forEach(id -> list.add(id.equals("hidden") ? null : entity.apply(id)));
        return list;
    }

    record Caller(
            String user,
            @Nullable String workspace,
            List<String> scopes,
            boolean service,
            String requestId,
            String traceparent,
            String log,
            String thread) {}

    record Document(String id) {

        public String title() {
            return "Document " + id;
        }

        public String draft() {
            return "Draft of " + id;
        }
    }

    record PublishPayload(Document document, int count) {}

    record Label(String id) {

        public String name() {
            return "Label " + id;
        }
    }

    record DocumentConnection(List<Document> nodes) {

        public List<Map<String, Document>> edges() {
            return nodes.stream().map(node -> Map.of("node", node)).toList();
        }
    }
}
