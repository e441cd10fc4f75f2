package io.missionbrief.subgraph.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An {@link Actor} in the terms of Spring Security. */
final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;

    ActorAuthentication(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    /** Who makes the HTTP request that this thread serves; null when it came without a token. */
    static @Nullable Actor current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication caller
                ? caller.actor
                : null;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.userId();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
