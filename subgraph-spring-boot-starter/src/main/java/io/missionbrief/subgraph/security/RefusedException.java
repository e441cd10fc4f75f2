package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.RequestException;
import org.springframework.security.core.AuthenticationException;

/** Carries the reason why a token is refused through Spring Security's filters. */
final class RefusedException extends AuthenticationException {

    private final transient RequestException reason;

    RefusedException(RequestException reason) {
        super(String.valueOf(reason.getMessage()));
        this.reason = reason;
    }

    RequestException reason() {
        return reason;
    }
}
