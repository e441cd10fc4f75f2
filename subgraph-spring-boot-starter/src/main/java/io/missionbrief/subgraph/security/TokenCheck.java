package io.missionbrief.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTProcessor;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.HexFormat;

/**
 * Makes an {@link Actor} of a token, once: what was checked is kept by the token's SHA-256 until it expires or the
 * issuer's keys change. No token is kept itself.
 */
final class TokenCheck {

    private static final int KEPT = 50_000;

    private final JWTProcessor<SecurityContext> processor;
    private final KeySet keys;
    private final String audience;
    private final Clock clock;
    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    TokenCheck(JWTProcessor<SecurityContext> processor, KeySet keys, String audience, Clock clock) {
        this.processor = processor;
        this.keys = keys;
        this.audience = audience;
        this.clock = clock;
    }

    /** @throws RequestException {@link ErrorCode#UNAUTHENTICATED} or, without the keys, {@link ErrorCode#SERVICE_UNAVAILABLE} */
    Actor check(String token) {
        long version = keys.version();
        String hash = sha256(token);
        Checked known = checked.getIfPresent(hash);
        Actor actor = known != null && known.keys() == version ? known.actor() : verify(token);
        if (!actor.expiresAt().isAfter(clock.instant())) {
            checked.invalidate(hash);
            throw refused("The token expired at " + actor.expiresAt() + ": ask for a new one");
        }
        if (known == null || known.keys() != version) {
            checked.put(hash, new Checked(actor, version));
        }
        return actor;
    }

    private Actor verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return ActorClaims.read(claims);
        } catch (ParseException | BadJOSEException | JOSEException invalid) {
            throw refused("The token is not valid here: it is malformed, expired, or not signed by the issuer of this "
                    + "installation for the audience " + audience + "; ask for a new one");
        }
    }

    private static RequestException refused(String message) {
        return new RequestException(ErrorCode.UNAUTHENTICATED, message);
    }

    private static String sha256(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Checked(Actor actor, long keys) {}
}
