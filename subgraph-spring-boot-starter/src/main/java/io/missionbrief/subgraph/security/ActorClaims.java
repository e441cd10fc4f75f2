package io.missionbrief.subgraph.security;

import com.nimbusds.jwt.JWTClaimsSet;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims {@code userID}, {@code workspaceID}, {@code scopes} and {@code roles} of a token whose signature is good. */
final class ActorClaims {

    private ActorClaims() {}

    static Actor read(JWTClaimsSet claims) throws ParseException {
        String user = claims.getStringClaim("userID");
        if (user == null || user.isBlank()) {
            throw refused("The token has no claim userID: ask the issuer of this installation for one");
        }
        return new Actor(
                user,
                workspace(claims.getStringClaim("workspaceID")),
                scopes(claims),
                strings(claims, "roles"),
                claims.getExpirationTime().toInstant());
    }

    private static @Nullable WorkspaceId workspace(@Nullable String claim) {
        if (claim == null || claim.isEmpty()) {
            return null;
        }
        if (!WorkspaceId.isValid(claim)) {
            throw refused("The token's claim workspaceID is not the id of a workspace: ask for a token of another one");
        }
        return new WorkspaceId(claim);
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        Object standard = claims.getClaim("scope");
        if (claims.getClaim("scopes") == null && standard instanceof String spaced) {
            return Set.copyOf(Arrays.asList(spaced.trim().split(" +")));
        }
        return strings(claims, claims.getClaim("scopes") == null ? "scope" : "scopes");
    }

    private static Set<String> strings(JWTClaimsSet claims, String name) throws ParseException {
        List<String> values = claims.getStringListClaim(name);
        return values == null ? Set.of() : Set.copyOf(values);
    }

    private static RequestException refused(String message) {
        return new RequestException(ErrorCode.UNAUTHENTICATED, message);
    }
}
