package io.missionbrief.subgraph.test.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.LiveSubscription;
import io.missionbrief.subgraph.test.TestIssuer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** By which names a request is found again. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestNamesTest {

    private static final String NAMES = "{ caller { requestId traceparent log } }";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

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
    void theClientsRequestIdReachesTheResolverAndComesBack() {
        GraphQlCaller named = caller.as(issuer.token()).with("x-request-id", "browser-17");

        assertThat(named.execute(NAMES).at("/data/caller/requestId").asString()).isEqualTo("browser-17");
        assertThat(named.send(NAMES, Map.of()).headers().firstValue("x-request-id"))
                .contains("browser-17");
    }

    @Test
    void aRequestWithoutANameGetsOneOfItsOwn() {
        HttpResponse<String> one = caller.as(issuer.token()).send(NAMES, Map.of());
        HttpResponse<String> two = caller.as(issuer.token()).send(NAMES, Map.of());

        assertThat(one.headers().firstValue("x-request-id")).isPresent();
        assertThat(one.headers().firstValue("x-request-id"))
                .isNotEqualTo(two.headers().firstValue("x-request-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "<script>", "${jndi:ldap://x}"})
    void aNameThatCouldForgeALogLineIsReplaced(String name) {
        HttpResponse<String> answer =
                caller.as(issuer.token()).with("x-request-id", name).send(NAMES, Map.of());

        assertThat(answer.headers().firstValue("x-request-id").orElseThrow()).matches("[0-9a-f-]{36}");
    }

    @Test
    void aRefusedRequestIsNamedToo() {
        HttpResponse<String> refused = caller.with("x-request-id", "refused-1").send(NAMES, Map.of());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("x-request-id")).contains("refused-1");
    }

    @Test
    void theTraceOfTheClientGoesOn() {
        JsonNode names =
                caller.as(issuer.token()).with("traceparent", TRACEPARENT).execute(NAMES);

        assertThat(names.at("/data/caller/traceparent").asString()).isEqualTo(TRACEPARENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-xyz"
            })
    void aTraceThatIsNoneIsReplacedByANewOne(String header) {
        JsonNode names = caller.as(issuer.token()).with("traceparent", header).execute(NAMES);

        assertThat(names.at("/data/caller/traceparent").asString())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContain(TRACE);
    }

    @Test
    void theNamesGoOnToAnotherSubgraph() {
        JsonNode there = caller.as(issuer.token().workspace("w9"))
                .with("x-request-id", "asks-peer")
                .with("traceparent", TRACEPARENT)
                .execute("{ caller { peer { requestId traceparent service workspace } } }")
                .at("/data/caller/peer");

        assertThat(there.path("requestId").asString()).isEqualTo("asks-peer");
        assertThat(there.path("traceparent").asString()).isEqualTo(TRACEPARENT);
        assertThat(there.path("service").asBoolean()).isTrue();
        assertThat(there.path("workspace").asString()).isEqualTo("w9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/jwks", "/oauth2/token", "/directory/workspaces/w10"})
    void theNamesGoOnToTheIssuerAndTheDirectory(String path) {
        try (TestIssuer asked = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(asked)) {
            SecuredApplication.callerOf(other)
                    .as(asked.token().workspace("w10"))
                    .with("x-request-id", "asks-issuer")
                    .with("traceparent", TRACEPARENT)
                    .execute(NAMES);

            assertThat(asked.headerOf(path, "x-request-id")).isEqualTo("asks-issuer");
            assertThat(asked.headerOf(path, "traceparent")).isEqualTo(TRACEPARENT);
        }
    }

    @Test
    void logLinesSayRequestTraceWorkspaceAndUser() {
        JsonNode names = caller.as(issuer.token().user("u7").workspace("w7"))
                .with("x-request-id", "r7")
                .with("traceparent", TRACEPARENT)
                .execute(NAMES);

        assertThat(names.at("/data/caller/log").asString())
                .contains("requestId=r7")
                .contains("traceId=" + TRACE)
                .contains("workspace=w7")
                .contains("user=u7");
    }

    @Test
    void fieldsAreFetchedOnTheThreadThatServesTheRequest() {
        JsonNode answer = caller.as(issuer.token()).execute("{ caller { thread } }");

        assertThat(answer.at("/data/caller/thread").asString()).startsWith("tomcat-handler");
    }

    @Test
    void aSocketIsNamedByConnectionInit() {
        GraphQlCaller named = caller.as(issuer.token().user("u8").workspace("w8"))
                .with("x-request-id", "socket-1")
                .with("traceparent", TRACEPARENT);

        try (LiveSubscription query = named.subscribe(NAMES)) {
            JsonNode names = query.next().at("/data/caller");

            assertThat(names.path("requestId").asString()).isEqualTo("socket-1");
            assertThat(names.path("traceparent").asString()).isEqualTo(TRACEPARENT);
            assertThat(names.path("log").asString()).contains("workspace=w8").contains("user=u8");
        }
    }
}
