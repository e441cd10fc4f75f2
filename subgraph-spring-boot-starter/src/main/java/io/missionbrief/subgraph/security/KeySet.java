package io.missionbrief.subgraph.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys. They are first asked for when a token comes, so that a subgraph starts before its issuer;
 * again after five minutes, in the background; and at once when a token names a key that is not among them, though not
 * more often than every five seconds. While the issuer does not answer, the last keys stay good for a time, and no longer:
 * it may have withdrawn one since.
 */
final class KeySet implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(KeySet.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final IssuerClient issuer;
    private final URI address;
    private final Duration goodFor;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Keys keys;
    private Instant failedAt = Instant.EPOCH;

    /** @param goodFor how long keys serve since the issuer has last answered */
    KeySet(IssuerClient issuer, URI address, Duration goodFor, Clock clock) {
        this.issuer = issuer;
        this.address = address;
        this.goodFor = goodFor;
        this.clock = clock;
    }

    /** A number that grows when the keys change: what was checked with older ones is to be checked again. */
    long version() {
        Keys present = present();
        if (isOlder(present, FRESH) && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("key-set").start(this::refresh);
        }
        return present.version();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Keys present = present();
        List<JWK> matching = selector.select(present.set());
        if (matching.isEmpty() && isOlder(present, PAUSE)) {
            return selector.select(fetch(present.fetchedAt()).set());
        }
        return matching;
    }

    private Keys present() {
        Keys present = keys;
        if (present == null) {
            return fetch(Instant.EPOCH);
        }
        return isOlder(present, goodFor) ? fetch(present.fetchedAt()) : present;
    }

    private void refresh() {
        try {
            fetch(present().fetchedAt());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The keys of the issuer cannot be read from {}; the last ones stay good for {} since they were read",
                    address,
                    goodFor);
        } finally {
            refreshing.set(false);
        }
    }

    /** Asks the issuer, unless another thread has done so since {@code seen}. */
    private synchronized Keys fetch(Instant seen) {
        Keys present = keys;
        if (present != null && present.fetchedAt().isAfter(seen)) {
            return present;
        }
        Instant now = clock.instant();
        if (now.isBefore(failedAt.plus(PAUSE_AFTER_FAILURE))) {
            throw IssuerClient.unavailable();
        }
        failedAt = now;
        Keys fetched = parse(issuer.get(address), present, now);
        failedAt = Instant.EPOCH;
        keys = fetched;
        return fetched;
    }

    private static Keys parse(HttpResponse<String> response, @Nullable Keys previous, Instant now) {
        try {
            JWKSet set = JWKSet.parse(response.body());
            if (previous == null) {
                return new Keys(set, 0, now);
            }
            return new Keys(set, set.equals(previous.set()) ? previous.version() : previous.version() + 1, now);
        } catch (ParseException malformed) {
            throw IssuerClient.unavailable();
        }
    }

    private boolean isOlder(Keys present, Duration age) {
        return clock.instant().isAfter(present.fetchedAt().plus(age));
    }

    private record Keys(JWKSet set, long version, Instant fetchedAt) {}
}
