package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.RequestException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Authenticates the bearer token of an HTTP request. */
final class BearerAuthentication implements AuthenticationManager {

    private final Actors actors;

    BearerAuthentication(Actors actors) {
        this.actors = actors;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            return new ActorAuthentication(actors.of(((BearerTokenAuthenticationToken) request).getToken()));
        } catch (RequestException refusal) {
            throw new RefusedException(refusal);
        }
    }
}
