package io.missionbrief.subgraph.test.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.ServiceTokens;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.TestIssuer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The tokens with which one subgraph asks another. */
@TestInstance(Lifecycle.PER_CLASS)
class ServiceTokensTest {

    private static final String CALLER = "{ caller { workspace scopes service } }";

    private final TestIssuer issuer = TestIssuer.start();
    private final WorkspaceId workspace = new WorkspaceId("w" + UUID.randomUUID());
    private ConfigurableApplicationContext subgraph;
    private ServiceTokens tokens;

    @BeforeAll
    void start() {
        subgraph = SecuredApplication.start(issuer);
        tokens = subgraph.getBean(ServiceTokens.class);
    }

    @AfterAll
    void stop() {
        subgraph.close();
        issuer.close();
    }

    @Test
    void aServiceIsKnownAsOneAndSeesTheWorkspaceThatItAskedFor() {
        JsonNode caller = SecuredApplication.callerOf(subgraph)
                .as(tokens.token(workspace, "plans:read"))
                .execute(CALLER)
                .at("/data/caller");

        assertThat(caller.path("service").asBoolean()).isTrue();
        assertThat(caller.path("workspace").asString()).isEqualTo(workspace.value());
        assertThat(caller.path("scopes").toString()).isEqualTo("[\"plans:read\"]");
    }

    @Test
    void aTokenIsKeptForTheSameWorkspaceAndScopesOnly() {
        String token = tokens.token(workspace, "plans:read", "leads:read");

        assertThat(tokens.token(workspace, "leads:read", "plans:read")).isEqualTo(token);
        assertThat(tokens.token(workspace, "leads:read")).isNotEqualTo(token);
        assertThat(tokens.token(new WorkspaceId("other-" + workspace), "plans:read", "leads:read"))
                .isNotEqualTo(token);
        assertThat(tokens.token("plans:read", "leads:read")).isNotEqualTo(token);
    }

    @Test
    void withoutAnIssuerTheRequestMayBeSentAgain() {
        try (TestIssuer failing = TestIssuer.start();
                ConfigurableApplicationContext other = SecuredApplication.start(failing)) {
            failing.failing(true);
            ServiceTokens none = other.getBean(ServiceTokens.class);

            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> none.token(workspace, "plans:read"))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
        }
    }
}
