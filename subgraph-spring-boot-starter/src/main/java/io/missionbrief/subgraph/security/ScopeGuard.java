package io.missionbrief.subgraph.security;

import graphql.schema.DataFetchingEnvironment;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scopes that one field or type asks for.
 *
 * @param guarded what the error says is guarded, such as {@code field Query.leads}
 */
record ScopeGuard(String guarded, List<ScopeRule> rules) {

    static ScopeGuard of(String guarded, Set<ScopeRule> rules) {
        return new ScopeGuard(guarded, List.copyOf(rules));
    }

    boolean allows(Actor actor) {
        for (ScopeRule rule : rules) {
            if (!rule.allows(actor)) {
                return false;
            }
        }
        return true;
    }

    /** @throws RequestException {@link ErrorCode#FORBIDDEN} that names the missing scopes */
    void check(Actor actor) {
        if (!allows(actor)) {
            throw refusal(actor);
        }
    }

    RequestException refusal(Actor actor) {
        Set<String> missing = ScopeRule.missing(rules, actor);
        String scopes = (missing.size() == 1 ? "scope " : "scopes ") + String.join(", ", missing);
        return new RequestException(
                ErrorCode.FORBIDDEN,
                "The " + guarded + " needs the " + scopes + ", which the token lacks: ask for a token with it",
                Map.of("missingScopes", List.copyOf(missing)));
    }

    /** @throws RequestException {@link ErrorCode#UNAUTHENTICATED} when nobody is known to call */
    static Actor caller(DataFetchingEnvironment environment) {
        Actor actor = environment.getGraphQlContext().get(Actor.class);
        if (actor == null) {
            throw new RequestException(ErrorCode.UNAUTHENTICATED, "The request has no token");
        }
        return actor;
    }
}
