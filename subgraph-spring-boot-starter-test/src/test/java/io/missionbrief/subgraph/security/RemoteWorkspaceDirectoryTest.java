package io.missionbrief.subgraph.security;

import static io.missionbrief.subgraph.security.WorkspaceStanding.OPEN;
import static io.missionbrief.subgraph.security.WorkspaceStanding.SUSPENDED;
import static io.missionbrief.subgraph.security.WorkspaceStanding.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import io.missionbrief.subgraph.test.TestIssuer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RemoteWorkspaceDirectoryTest {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w1");
    private static final String DIRECTORY = "/directory/workspaces/w1";

    private final MovedClock clock = new MovedClock();
    private final TestIssuer admin = TestIssuer.start();
    private final OutgoingHttp http = new OutgoingHttp(Map::of);
    private final RemoteWorkspaceDirectory directory = directory();

    @AfterEach
    void stop() {
        http.close();
        admin.close();
    }

    @Test
    void aKnownWorkspaceIsServedForHoursWhileAdminIsDown() {
        assertThat(directory.standing(WORKSPACE)).isEqualTo(OPEN);

        admin.close();

        clock.move(Duration.ofMinutes(6));
        assertThat(directory.standing(WORKSPACE)).isEqualTo(OPEN);
        clock.move(GOOD_FOR.minus(Duration.ofMinutes(6)));
        assertThat(directory.standing(WORKSPACE)).isEqualTo(OPEN);
        clock.move(Duration.ofSeconds(1));
        assertUnavailable();
    }

    @Test
    void aWorkspaceOfWhichAdminHasNeverToldIsRetriable() {
        admin.failing(true);

        assertUnavailable();
    }

    @Test
    void aWorkspaceThatIsGoneIsServedForFiveMinutesAtMost() {
        directory.standing(WORKSPACE);
        admin.remove(WORKSPACE.value());

        clock.move(Duration.ofMinutes(5));

        assertThat(directory.standing(WORKSPACE)).isEqualTo(UNKNOWN);
    }

    @Test
    void aWorkspaceThatIsSuspendedIsServedForFiveMinutesAtMost() {
        directory.standing(WORKSPACE);
        admin.suspend(WORKSPACE.value());

        clock.move(Duration.ofMinutes(5));

        assertThat(directory.standing(WORKSPACE)).isEqualTo(SUSPENDED);
    }

    @Test
    void aWorkspaceThatIsOpenedAgainIsServedWithinHalfAMinute() {
        admin.suspend(WORKSPACE.value());
        assertThat(directory.standing(WORKSPACE)).isEqualTo(SUSPENDED);
        admin.open(WORKSPACE.value());

        clock.move(Duration.ofSeconds(30));

        assertThat(directory.standing(WORKSPACE)).isEqualTo(OPEN);
    }

    @Test
    void adminIsAskedAgainAfterTwoMinutesAndNobodyWaitsForIt() {
        directory.standing(WORKSPACE);
        admin.remove(WORKSPACE.value());
        clock.move(Duration.ofMinutes(2));

        assertThat(directory.standing(WORKSPACE)).isEqualTo(OPEN);

        await().until(() -> directory.standing(WORKSPACE) == UNKNOWN);
        assertThat(admin.requestsTo(DIRECTORY)).isEqualTo(2);
    }

    @Test
    void aNewWorkspaceIsServedFiveSecondsAfterItWasNotThere() {
        WorkspaceId late = new WorkspaceId("unknown-yet");
        assertThat(directory.standing(late)).isEqualTo(UNKNOWN);
        admin.open(late.value());

        clock.move(Duration.ofSeconds(6));

        assertThat(directory.standing(late)).isEqualTo(OPEN);
    }

    private void assertUnavailable() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> directory.standing(WORKSPACE))
                .withMessageContaining("again")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }

    private RemoteWorkspaceDirectory directory() {
        IssuerClient client = new IssuerClient(http);
        SecurityProperties properties = new SecurityProperties(
                admin.url(), "anybody", null, GOOD_FOR, null, null, GOOD_FOR, "test", "secret", Set.of());
        JsonMapper json = JsonMapper.builder().build();
        ServiceTokens tokens = new ServiceTokens(client, properties, json, clock);
        return new RemoteWorkspaceDirectory(client, properties, tokens, json, clock);
    }
}
