package io.missionbrief.subgraph.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys. They are first asked for when a token comes, so that a subgraph starts before its issuer;
 * again after five minutes; and at once when a token names a key that is not among them, though not more often than
 * every five seconds. While the issuer does not answer, the last keys stay good for a time, and no longer: it may have
 * withdrawn one since.
 */
final class KeySet implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(KeySet.class);
    private static final Duration RENEW = Duration.ofMinutes(5);
    private static final Duration OLD = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String CONSEQUENCE = "The token cannot be checked, because the issuer does not answer";

    private final IssuerClient issuer;
    private final URI address;
    private final SharedAnswer<Keys> keys;

    /** @param goodFor how long keys serve since the issuer has last answered */
    KeySet(IssuerClient issuer, URI address, Duration goodFor, Clock clock) {
        this.issuer = issuer;
        this.address = address;
        SharedAnswer.Terms terms = new SharedAnswer.Terms(RENEW, OLD, goodFor);
        this.keys = new SharedAnswer<>(this::ask, fetched -> terms, clock);
    }

    /** A number that grows when the keys change: what was checked with older ones is to be checked again. */
    long version() {
        return keys.get().version();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> matching = selector.select(keys.get().set());
        return matching.isEmpty() ? selector.select(keys.youngerThan(PAUSE).set()) : matching;
    }

    private Keys ask(@Nullable Keys previous) {
        JWKSet set = parse(issuer.ask(http -> http.get().uri(address), CONSEQUENCE));
        if (previous == null) {
            return new Keys(set, 0);
        }
        return new Keys(set, set.equals(previous.set()) ? previous.version() : previous.version() + 1);
    }

    private JWKSet parse(IssuerClient.Answer answer) {
        try {
            return JWKSet.parse(answer.body());
        } catch (ParseException malformed) {
            LOG.error("{} answers {} and not with keys", address, answer.status());
            throw IssuerClient.unavailable(CONSEQUENCE);
        }
    }

    private record Keys(JWKSet set, long version) {}
}
