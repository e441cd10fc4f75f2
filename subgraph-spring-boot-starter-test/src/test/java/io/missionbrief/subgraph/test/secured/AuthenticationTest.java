package io.missionbrief.subgraph.test.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import io.missionbrief.subgraph.test.TestToken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class AuthenticationTest {

    private static final String CALLER = "{ caller { user workspace scopes service } }";

    private final TestIssuer issuer = TestIssuer.start();
    private final String workspace = "w" + UUID.randomUUID();
    private ConfigurableApplicationContext subgraph;
    private GraphQlCaller caller;

    @BeforeAll
    void start() {
        subgraph = SecuredApplication.start(issuer);
        caller = SecuredApplication.callerOf(subgraph);
    }

    @AfterAll
    void stop() {
        subgraph.close();
        issuer.close();
    }

    @Test
    void theClaimsOfTheTokenBecomeTheActor() {
        TestToken token = issuer.token().user("u1").workspace(workspace).scopes("leads:read", "offers:read");

        JsonNode actor = caller.as(token).execute(CALLER).at("/data/caller");

        assertThat(actor.path("user").asString()).isEqualTo("u1");
        assertThat(actor.path("workspace").asString()).isEqualTo(workspace);
        assertThat(actor.path("scopes").toString()).isEqualTo("[\"leads:read\",\"offers:read\"]");
        assertThat(actor.path("service").asBoolean()).isFalse();
    }

    @Test
    void theStandardClaimScopeIsReadWhereScopesIsMissing() {
        TestToken token = issuer.token().scopes("leads:read", "offers:read").claim("scopes", null);

        JsonNode scopes = caller.as(token).execute(CALLER).at("/data/caller/scopes");

        assertThat(scopes.toString()).isEqualTo("[\"leads:read\",\"offers:read\"]");
    }

    @Test
    void aRequestWithoutATokenIsRefusedAndToldWhatToSend() {
        HttpResponse<String> answer = caller.send(CALLER, Map.of());

        assertRefused(answer, 401, "UNAUTHENTICATED", "Authorization: Bearer <token>");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotGoodIsRefused(String why, String token) {
        assertRefused(caller.as(token).send(CALLER, Map.of()), 401, "UNAUTHENTICATED", "token");
    }

    Object[][] badTokens() {
        TestToken good = issuer.token().workspace(workspace);
        try (TestIssuer stranger = TestIssuer.start()) {
            return new Object[][] {
                {"expired", good.expiresIn(Duration.ofSeconds(-1)).sign()},
                {"without an end", good.claim("exp", null).sign()},
                {"of another key", stranger.token().claim("iss", issuer.url()).sign()},
                {"of another issuer", good.claim("iss", "http://elsewhere").sign()},
                {"for another audience", good.claim("aud", "another").sign()},
                {"without a user", good.claim("userID", null).sign()},
                {"of a workspace that cannot be", good.workspace("no workspace").sign()},
                {
                    "of an unknown workspace",
                    good.workspace("unknown-" + workspace).sign()
                },
                {
                    "with claims changed",
                    withClaims(good.sign(), good.scopes("admin:access").sign())
                },
                {"unsigned", "eyJhbGciOiJub25lIn0.eyJ1c2VySUQiOiJ1MSJ9."},
                {"no token at all", "1234"},
            };
        }
    }

    @Test
    void anExpiredTokenIsToldWhenItEnded() {
        TestToken expired = issuer.token().expiresIn(Duration.ofSeconds(-1));

        assertThat(caller.as(expired).send(CALLER, Map.of()).body()).contains("expired at 20");
    }

    @Test
    void anUnknownWorkspaceIsNamedTogetherWithTheWayOut() {
        HttpResponse<String> answer =
                caller.as(issuer.token().workspace("unknown-7")).send(CALLER, Map.of());

        assertRefused(answer, 401, "UNAUTHENTICATED", "There is no workspace unknown-7: ask for a token");
    }

    @Test
    void aSuspendedWorkspaceIsRefusedTogetherWithTheWayOut() {
        issuer.suspend("suspended-7");

        HttpResponse<String> answer =
                caller.as(issuer.token().workspace("suspended-7")).send(CALLER, Map.of());

        assertRefused(answer, 403, "FORBIDDEN", "suspended: ask the operators of the platform");
    }

    @Test
    void aTokenIsRefusedOnceTheIssuerHasWithdrawnItsKey() {
        try (TestIssuer turning = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(turning)) {
            GraphQlCaller there = SecuredApplication.callerOf(other);
            String old = turning.token().sign();
            assertThat(there.as(old).send(CALLER, Map.of()).statusCode()).isEqualTo(200);
            turning.rotateKey();
            String fresh = turning.token().sign();

            // The subgraph asks for keys that it does not know, though not more often than every five seconds.
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> there.as(fresh).send(CALLER, Map.of()).statusCode() == 200);

            assertThat(there.as(old).send(CALLER, Map.of()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aSubgraphStartsBeforeItsIssuerAndIsRetriableUntilThen() {
        int port;
        try (TestIssuer gone = TestIssuer.start()) {
            port = gone.port();
        }
        String address = "http://127.0.0.1:" + port;
        try (ConfigurableApplicationContext early = SecuredApplication.start(address)) {
            GraphQlCaller there = SecuredApplication.callerOf(early);
            String before = issuer.token().claim("iss", address).sign();
            assertRefused(there.as(before).send(CALLER, Map.of()), 503, "SERVICE_UNAVAILABLE", "again");

            try (TestIssuer late = TestIssuer.start(port)) {
                String token = late.token().workspace(workspace).sign();
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(
                                        there.as(token).send(CALLER, Map.of()).statusCode())
                                .isEqualTo(200));
            }
        }
    }

    @Test
    void whileTheIssuerFailsKnownWorkspacesAreServedAndOthersAreRetriable() {
        try (TestIssuer failing = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(failing)) {
            GraphQlCaller there = SecuredApplication.callerOf(other);
            TestToken token = failing.token().workspace(workspace);
            assertThat(there.as(token).send(CALLER, Map.of()).statusCode()).isEqualTo(200);

            failing.failing(true);

            assertThat(there.as(token.user("another")).send(CALLER, Map.of()).statusCode())
                    .isEqualTo(200);
            assertRefused(
                    there.as(token.workspace("new-one")).send(CALLER, Map.of()), 503, "SERVICE_UNAVAILABLE", "again");
        }
    }

    @Test
    void theIssuerIsAskedOnceForManyRequests() {
        try (TestIssuer counting = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(counting)) {
            GraphQlCaller there = SecuredApplication.callerOf(other);
            for (int i = 0; i < 20; i++) {
                there.as(counting.token().workspace(workspace)).execute(CALLER);
            }

            assertThat(counting.requestsTo("/oauth2/jwks")).isOne();
            assertThat(counting.requestsTo("/oauth2/token")).isOne();
            assertThat(counting.requestsTo("/directory/")).isOne();
        }
    }

    @Test
    void metricsAreForWhoMayReadThem() {
        HttpResponse<String> metrics =
                caller.as(issuer.token().scopes("metrics:read")).get("/prometheus");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("jvm_memory_used_bytes");
        assertRefused(
                caller.as(issuer.token().scopes("documents:read")).get("/prometheus"), 403, "FORBIDDEN", "not open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void healthIsOpen(String path) {
        assertThat(caller.get(path).statusCode()).isEqualTo(200);
        assertThat(caller.get(path).body()).contains("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/health/ping",
                "/env",
                "/metrics",
                "/prometheus",
                "/actuator",
                "/graphiql",
                "/error",
                "/.well-known/oauth-protected-resource"
            })
    void nothingElseIsOpen(String path) {
        assertRefused(caller.get(path), 401, "UNAUTHENTICATED", "Authorization: Bearer <token>");
    }

    private static String withClaims(String token, String other) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2];
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).contains(message);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.missionbrief");
    }
}
