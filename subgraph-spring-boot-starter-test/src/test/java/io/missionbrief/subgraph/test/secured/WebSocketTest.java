package io.missionbrief.subgraph.test.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.LiveSubscription;
import io.missionbrief.subgraph.test.TestIssuer;
import io.missionbrief.subgraph.test.TestToken;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The same promises as over HTTP, over graphql-transport-ws. */
@TestInstance(Lifecycle.PER_CLASS)
class WebSocketTest {

    private static final String TICKS = "subscription { ticks }";

    private final TestIssuer issuer = TestIssuer.shared();
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
    }

    @Test
    void aSubscriberIsKnownByTheTokenInConnectionInit() {
        TestToken token = issuer.token().scopes("ticks:read");

        try (LiveSubscription ticks = caller.as(token).subscribe(TICKS)) {
            assertThat(ticks.next(3).stream()
                            .map(payload -> payload.at("/data/ticks").asInt()))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void queriesOverTheSocketHaveTheSameActor() {
        TestToken token = issuer.token().user("u1").workspace("w1").scopes("leads:read");

        try (LiveSubscription query = caller.as(token).subscribe("{ caller { user workspace scopes } }")) {
            assertThat(query.next().at("/data/caller").toString())
                    .isEqualTo("{\"user\":\"u1\",\"workspace\":\"w1\",\"scopes\":[\"leads:read\"]}");
            assertThat(query.end()).isNull();
        }
    }

    @Test
    void aSocketWithoutATokenIsClosed() {
        try (LiveSubscription nobody = caller.subscribe(TICKS)) {
            assertThat(nobody.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aSocketWithATokenThatIsNotGoodIsClosed(String why, String token) {
        try (LiveSubscription refused = caller.as(token).subscribe(TICKS)) {
            assertThat(refused.closeCode()).isEqualTo(4401);
            assertThat(refused.pending()).isEmpty();
        }
    }

    Object[][] badTokens() {
        TestToken good = issuer.token().scopes("ticks:read");
        return new Object[][] {
            {"expired", good.expiresIn(Duration.ofSeconds(-1)).sign()},
            {"of another issuer", good.claim("iss", "http://elsewhere").sign()},
            {"of an unknown workspace", good.workspace("unknown-7").sign()},
            {"no token at all", "1234"},
        };
    }

    @Test
    void aClosedSocketSaysWhy() {
        TestToken elsewhere = issuer.token().scopes("ticks:read").workspace("unknown-7");

        try (LiveSubscription refused = caller.as(elsewhere).subscribe(TICKS)) {
            assertThat(refused.closeReason())
                    .startsWith("There is no workspace unknown-7: ask for a token")
                    .hasSizeLessThanOrEqualTo(123);
        }
    }

    @Test
    void aSocketOfASuspendedWorkspaceIsClosed() {
        issuer.suspend("suspended-8");
        TestToken token = issuer.token().scopes("ticks:read").workspace("suspended-8");

        try (LiveSubscription refused = caller.as(token).subscribe(TICKS)) {
            assertThat(refused.closeCode()).isEqualTo(4403);
            assertThat(refused.closeReason()).contains("suspended-8 is suspended");
        }
    }

    @Test
    void aSocketWhoseTokenCannotBeCheckedIsClosedSoThatTheClientTriesAgain() {
        try (TestIssuer failing = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(failing)) {
            failing.failing(true);
            GraphQlCaller there = SecuredApplication.callerOf(other);
            String token = failing.token().scopes("ticks:read").sign();

            try (LiveSubscription refused = there.as(token).subscribe(TICKS)) {
                assertThat(refused.closeCode()).isEqualTo(1013);
                assertThat(refused.closeReason()).contains("the issuer does not answer");
            }

            failing.failing(false);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                try (LiveSubscription again = there.as(token).subscribe(TICKS)) {
                    assertThat(again.next(Duration.ofMillis(500))
                                    .at("/data/ticks")
                                    .asInt())
                            .isOne();
                }
            });
        }
    }

    @Test
    void aSocketWhoseWorkspaceCannotBeLookedUpIsClosedInTheSameWay() {
        try (TestIssuer failing = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(failing)) {
            GraphQlCaller there = SecuredApplication.callerOf(other);
            TestToken token = failing.token().scopes("ticks:read");
            assertThat(there.as(token)
                            .execute("{ caller { user } }")
                            .path("errors")
                            .isMissingNode())
                    .isTrue();
            failing.failing(true);

            try (LiveSubscription refused =
                    there.as(token.workspace("never-seen")).subscribe(TICKS)) {
                assertThat(refused.closeCode()).isEqualTo(1013);
            }
        }
    }

    @Test
    void aSubscriptionWithoutItsScopeIsRefusedAndTheScopeNamed() {
        try (LiveSubscription refused =
                caller.as(issuer.token().scopes("documents:read")).subscribe(TICKS)) {
            JsonNode error = refused.refusal();

            assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
            assertThat(error.path("message").asString()).contains("ticks:read");
        }
    }

    @Test
    void aSocketWhoseTokenHasEndedTakesNoNewOperation() {
        TestToken token = issuer.token().scopes("ticks:read").expiresIn(Duration.ofSeconds(3));
        try (LiveSubscription ticks = caller.as(token).subscribe(TICKS)) {
            ticks.next(3);
            Instant end = Instant.now().plusSeconds(3);
            await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(end));

            ticks.start("{ caller { user } }");

            assertThat(ticks.refusal().at("/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
            assertThat(ticks.refusal().path("message").asString()).contains("connect again");
        }
    }

    @Test
    void aSubgraphThatStopsClosesItsSocketsSoThatClientsConnectElsewhere() {
        ConfigurableApplicationContext stopping = SecuredApplication.start(issuer);
        TestToken token = issuer.token().scopes("ticks:read");
        try (LiveSubscription ticks =
                SecuredApplication.callerOf(stopping).as(token).subscribe(TICKS)) {
            ticks.next(3);

            stopping.close();

            // "Service restart", which clients do not take for an error of their own.
            assertThat(ticks.closeCode()).isEqualTo(1012);
        }
    }

    @Test
    void aSubgraphThatStopsAnswersWhatItHasInHandAndBeginsNothingNew() throws Exception {
        ConfigurableApplicationContext stopping = SecuredApplication.start(issuer);
        TestToken token = issuer.token().scopes("documents:write");
        try (LiveSubscription socket =
                SecuredApplication.callerOf(stopping).as(token).subscribe("mutation { hold }")) {
            Thread stop = Thread.ofVirtual().start(stopping::close);

            JsonNode refusal = Awaitility.await()
                    .atMost(Duration.ofSeconds(4))
                    .until(
                            () -> {
                                socket.start("{ caller { user } }");
                                return socket.next().at("/errors/0/extensions");
                            },
                            extensions -> !extensions.isMissingNode());
            stopping.getBean(SecuredController.class).held.complete(7);

            assertThat(refusal.path("code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(refusal.path("reason").asString()).isEqualTo("SHUTDOWN");
            assertThat(socket.next().at("/data/hold").asInt()).isEqualTo(7);
            assertThat(socket.closeCode()).isEqualTo(1012);
            stop.join();
        }
    }

    @Test
    void aStreamIsToldWhyItEndsBeforeItsSocketIsClosed() {
        ConfigurableApplicationContext stopping = SecuredApplication.start(issuer);
        TestToken token = issuer.token().scopes("ticks:read");
        try (LiveSubscription vigil =
                SecuredApplication.callerOf(stopping).as(token).subscribe("subscription { vigil }")) {
            vigil.next();

            stopping.close();

            assertThat(vigil.refusal().at("/extensions/reason").asString()).isEqualTo("SHUTDOWN");
            assertThat(vigil.closeCode()).isEqualTo(1012);
        }
    }
}
