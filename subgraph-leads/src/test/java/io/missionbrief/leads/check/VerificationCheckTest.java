package io.missionbrief.leads.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class VerificationCheckTest {

    private static final String CHECK = "check { id kind result note checkedBy { id } checkedAt version }";

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase worker;

    private TestWorkspace workspace;
    private String application = "";

    @BeforeEach
    void application() {
        workspace = TestWorkspace.at(port);
        application = workspace.newApplication().path("id").asString();
    }

    @Test
    void isAskedForAndThenHasItsResult() {
        JsonNode pending = request();
        JsonNode passed = workspace
                .payload("completeVerificationCheck", CHECK, complete(pending, 1, "PASSED"))
                .path("check");

        assertThat(pending.path("result").isNull()).isTrue();
        assertThat(pending.path("checkedBy").isNull()).isTrue();
        assertThat(passed.path("result").asString()).isEqualTo("PASSED");
        assertThat(passed.path("note").asString()).isEqualTo("two payslips");
        assertThat(passed.at("/checkedBy/id").asString()).isEqualTo(workspace.user());
        assertThat(passed.path("checkedAt").isNull()).isFalse();
        assertThat(workspace
                        .data("{ application(id: \"" + application + "\") { checks { nodes { result } } } }")
                        .at("/application/checks/nodes/0/result")
                        .asString())
                .isEqualTo("PASSED");
    }

    @Test
    void isCheckedByNobodyWhenAMachineDid() {
        JsonNode passed = workspace
                .as("service:checker")
                .payload("completeVerificationCheck", CHECK, complete(request(), 1, "PASSED"))
                .path("check");

        assertThat(passed.path("checkedBy").isNull()).isTrue();
        assertThat(passed.path("checkedAt").isNull()).isFalse();
    }

    @Test
    void isAnEntityOfItsWorkspace() {
        List<String> visible =
                List.of(request().path("id").asString(), request().path("id").asString());

        EntityTester.of(workspace.caller(), "VerificationCheck")
                .assertAnsweredInPlace(visible, List.of(UUID.randomUUID().toString()));
        EntityTester.of(TestWorkspace.at(port).caller(), "VerificationCheck").assertHidden(visible);
    }

    @Test
    void keepsItsResult() {
        JsonNode check = request();
        workspace.payload("completeVerificationCheck", CHECK, complete(check, 1, "FAILED"));

        JsonNode stale = workspace.refusal("completeVerificationCheck", complete(check, 1, "PASSED"));
        JsonNode again = workspace.refusal("completeVerificationCheck", complete(check, 2, "PASSED"));

        assertThat(stale.path("code").asString()).isEqualTo("STALE_VERSION");
        assertThat(again.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void isOfOneWorkspace() {
        JsonNode check = request();
        TestWorkspace other = TestWorkspace.at(port);

        assertThat(other.refusal("requestVerificationCheck", Map.of("applicationId", application, "kind", "CREDIT"))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        assertThat(other.refusal("completeVerificationCheck", complete(check, 1, "PASSED"))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesANoteThatIsTooLong() {
        JsonNode refusal = workspace.refusal(
                "requestVerificationCheck",
                Map.of("applicationId", application, "kind", "CREDIT", "note", "n".repeat(2001)));

        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"note\"]");
    }

    @Test
    void isToldByEventsThatSealItsNote() {
        workspace.payload("completeVerificationCheck", CHECK, complete(request(), 1, "PASSED"));

        EventRows events = EventRows.of(worker, workspace.id());

        assertThat(events.types()).endsWith("VerificationCheck.Requested 1", "VerificationCheck.Completed 2");
        assertThat(events.text()).doesNotContain("two payslips");
    }

    @Test
    void isForThoseWhoMaySeeChecks() {
        TestWorkspace reader = workspace.withScopes("applications:read", "checks:write");

        JsonNode seen = reader.answer("{ applications { nodes { id checks { totalCount } } } }", Map.of());
        JsonNode written = workspace
                .withScopes("checks:read")
                .error("requestVerificationCheck", Map.of("applicationId", application, "kind", "CREDIT"));

        assertThat(seen.path("errors").get(0).path("message").asString()).contains("checks:read");
        assertThat(written.path("message").asString()).contains("checks:write");
    }

    private JsonNode request() {
        return workspace
                .payload(
                        "requestVerificationCheck",
                        CHECK,
                        Map.of("applicationId", application, "kind", "INCOME", "note", "two payslips"))
                .path("check");
    }

    private static Map<String, Object> complete(JsonNode check, int version, String result) {
        return Map.of("checkId", check.path("id").asString(), "expectedVersion", version, "result", result);
    }
}
