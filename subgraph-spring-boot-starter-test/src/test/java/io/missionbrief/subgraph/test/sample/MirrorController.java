package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class MirrorController {

    /** Ways to fail. */
    enum Failure {
        INSIDE,
        SQL,
        INPUT,
        UNAVAILABLE
    }

    private final TenantDatabase database;

    MirrorController(TenantDatabase database) {
        this.database = database;
    }

    @QueryMapping
    Mirror mirror(@Argument Mirror input) {
        return input;
    }

    @SchemaMapping(field = "mirror")
    Mirror itself(Mirror mirror) {
        return mirror;
    }

    @SchemaMapping
    int ids(Mirror mirror) {
        return mirror.ids() == null ? 0 : mirror.ids().size();
    }

    @SchemaMapping
    @Nullable
    String missing(Mirror mirror) {
        return null;
    }

    @SchemaMapping
    Object odd(Mirror mirror) {
        return "io.missionbrief.Secret";
    }

    @QueryMapping
    String fail(@Argument Failure how, Actor actor) {
        throw failure(how, actor);
    }

    @SubscriptionMapping("fail")
    Flux<String> failLive(@Argument Failure how, Actor actor) {
        return Flux.concat(Flux.just("one"), Flux.error(() -> failure(how, actor)));
    }

    private RuntimeException failure(Failure how, Actor actor) {
        return switch (how) {
            case INSIDE -> new IllegalStateException("io.missionbrief.Secret said: select secret from entry");
            case SQL ->
                new IllegalStateException(String.valueOf(
                        database.<Integer>read(actor, sql -> sql.execute("select nothing from nowhere"))));
            case INPUT -> RequestException.badUserInput("how", "'how' is INPUT: choose another");
            case UNAVAILABLE -> new RequestException(ErrorCode.SERVICE_UNAVAILABLE, "Try again in a moment");
        };
    }
}
