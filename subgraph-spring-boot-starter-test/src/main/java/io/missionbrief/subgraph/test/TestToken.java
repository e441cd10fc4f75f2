package io.missionbrief.subgraph.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token in the making. Each step returns a new one, so that a test can start several from one. */
public final class TestToken {

    private final RSAKey key;
    private final Map<String, Object> claims;

    private TestToken(RSAKey key, Map<String, Object> claims) {
        this.key = key;
        this.claims = claims;
    }

    static TestToken of(String issuer, RSAKey key) {
        return new TestToken(key, Map.of())
                .claim("iss", issuer)
                .claim("aud", List.of("mission-brief"))
                .user(UUID.randomUUID().toString())
                .scopes()
                .roles()
                .expiresIn(Duration.ofMinutes(5));
    }

    public TestToken workspace(String id) {
        return claim("workspaceID", id);
    }

    /** A token of {@code service:<client>} is one of a machine. */
    public TestToken user(String id) {
        return claim("userID", id).claim("sub", id);
    }

    /** Replaces the scopes. */
    public TestToken scopes(String... scopes) {
        return claim("scopes", List.of(scopes)).claim("scope", String.join(" ", scopes));
    }

    public TestToken roles(String... roles) {
        return claim("roles", List.of(roles));
    }

    /** Negative for a token that has ended. */
    public TestToken expiresIn(Duration time) {
        return claim("exp", Date.from(Instant.now().plus(time)));
    }

    /** Sets any claim; null takes it away. */
    public TestToken claim(String name, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(claims);
        if (value == null) {
            copy.remove(name);
        } else {
            copy.put(name, value);
        }
        return new TestToken(key, copy);
    }

    /** The token as it stands after {@code Bearer} in the header. */
    public String sign() {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), builder.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }
}
