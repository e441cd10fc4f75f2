package io.missionbrief.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import io.missionbrief.subgraph.test.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private final TestIssuer issuer = TestIssuer.start();
    private final OutgoingHttp http = new OutgoingHttp(Map::of);
    private final IssuerClient client = new IssuerClient(http);
    private Instant now = Instant.parse("2026-05-01T09:00:00Z");
    private final InstantSource source = () -> now;
    private final KeySet keys =
            new KeySet(client, URI.create(issuer.url() + "/oauth2/jwks"), GOOD_FOR, source.withZone(ZoneOffset.UTC));

    @BeforeEach
    void knowTheKeysOfAnIssuerThatFailsFromNowOn() {
        assertThat(keys.get(ANY, null)).hasSize(1);
        issuer.failing(true);
    }

    @AfterEach
    void stop() {
        http.close();
        issuer.close();
    }

    @Test
    void theLastKeysServeWhileTheIssuerDoesNotAnswer() {
        now = now.plus(GOOD_FOR);

        assertThat(keys.get(ANY, null)).hasSize(1);
        assertThat(keys.version()).isZero();
    }

    @Test
    void theyDoNotServeForever() {
        now = now.plus(GOOD_FOR).plusSeconds(1);

        assertUnavailable(() -> keys.get(ANY, null));
        assertUnavailable(keys::version);
    }

    @Test
    void anIssuerThatIsBackIsBelievedAgain() {
        now = now.plus(GOOD_FOR).plusSeconds(1);
        assertUnavailable(keys::version);

        issuer.failing(false);
        now = now.plusSeconds(1);

        assertThat(keys.version()).isZero();
        assertThat(keys.get(ANY, null)).hasSize(1);
    }

    @Test
    void theirTimeCountsSinceTheIssuerHasLastAnswered() {
        issuer.failing(false);
        now = now.plus(GOOD_FOR).plusSeconds(1);
        assertThat(keys.get(ANY, null)).hasSize(1);
        issuer.failing(true);

        now = now.plus(GOOD_FOR);

        assertThat(keys.get(ANY, null)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H"})
    void aTimeThatIsNoneIsRefusedAtTheStart(Duration none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityProperties(
                        issuer.url(), "mission-brief", null, none, null, null, GOOD_FOR, "", "", Set.of()))
                .withMessageContaining("mission-brief.security.keys-good-for")
                .withMessageContaining("PT24H");
    }

    private static void assertUnavailable(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        RequestException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }
}
