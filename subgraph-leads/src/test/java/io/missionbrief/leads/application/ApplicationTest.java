package io.missionbrief.leads.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.Neighbours;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class ApplicationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase worker;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void isStartedAsADraftOfALead() {
        String leadId = workspace.newLead("Ada").path("id").asString();
        String planId = UUID.randomUUID().toString();

        JsonNode application = workspace.application(
                "createApplication",
                Map.of("leadId", leadId, "requestedPlanId", planId, "answers", Map.of("income", 4000)));

        assertThat(application.path("status").asString()).isEqualTo("DRAFT");
        assertThat(application.path("nextStatuses").toString()).isEqualTo("[\"SUBMITTED\",\"WITHDRAWN\"]");
        assertThat(application.path("lead").path("id").asString()).isEqualTo(leadId);
        assertThat(application.path("requestedPlan").path("id").asString()).isEqualTo(planId);
        assertThat(application.path("answers").path("income").asInt()).isEqualTo(4000);
        assertThat(application.path("version").asInt()).isEqualTo(1);
        assertThat(application.path("submittedAt").isNull()).isTrue();
    }

    @Test
    void isNotStartedForALeadThatIsNotThere() {
        JsonNode unknown = workspace.refusal(
                "createApplication", Map.of("leadId", UUID.randomUUID().toString()));
        String foreign = TestWorkspace.at(port).newLead("Eve").path("id").asString();

        assertThat(unknown.path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(workspace.refusal("createApplication", Map.of("leadId", foreign)))
                .isEqualTo(unknown);
    }

    @Test
    void isNotStartedForALeadThatLeftTheFunnel() {
        String leadId = workspace.newLead("Ada").path("id").asString();
        workspace.lead(
                "changeLeadStatus",
                Map.of("leadId", leadId, "expectedVersion", 1, "status", "LOST", "reason", "price"));

        JsonNode refusal = workspace.refusal("createApplication", Map.of("leadId", leadId));

        assertThat(refusal.path("code").asString()).isEqualTo("NOT_ACTIVE");
        assertThat(refusal.path("message").asString()).contains("LOST", "changeLeadStatus");
    }

    @Test
    void isNotStartedWithInputThatCannotBeRead() {
        String leadId = workspace.newLead("Ada").path("id").asString();

        assertThat(workspace
                        .error("createApplication", Map.of("leadId", "x"))
                        .path("extensions")
                        .path("field")
                        .asString())
                .isEqualTo("input.leadId");
        assertThat(workspace
                        .error("createApplication", Map.of("leadId", leadId, "requestedPlanId", "x"))
                        .path("extensions")
                        .path("field")
                        .asString())
                .isEqualTo("input.requestedPlanId");
        assertThat(workspace
                        .refusal("createApplication", Map.of("leadId", leadId, "answers", "yes"))
                        .path("field")
                        .toString())
                .isEqualTo("[\"input\",\"answers\"]");
    }

    @Test
    void changesWhatItSaysWhileItIsADraft() {
        JsonNode draft = workspace.newApplication();
        Map<String, @Nullable Object> change = new HashMap<>(seen(draft));
        change.put("requestedPlanId", null);
        change.put("answers", Map.of("income", 5000));

        JsonNode changed = workspace.application("updateApplication", change);
        JsonNode same = workspace.application(
                "updateApplication",
                Map.of(
                        "applicationId", draft.path("id").asString(),
                        "expectedVersion", 2,
                        "answers", Map.of("income", 5000)));

        assertThat(changed.path("requestedPlan").isNull()).isTrue();
        assertThat(changed.path("answers").path("income").asInt()).isEqualTo(5000);
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(same.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void saysTheSameFromItsSubmissionOn() {
        JsonNode submitted = submitted();

        Map<String, Object> change = new HashMap<>(seen(submitted));
        change.put("answers", Map.of("income", 1));
        JsonNode refusal = workspace.refusal("updateApplication", change);

        assertThat(submitted.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.path("submittedAt").isNull()).isFalse();
        assertThat(refusal.path("code").asString()).isEqualTo("NOT_ACTIVE");
    }

    @Test
    void isNotSubmittedBeforeItNamesAPlan() {
        String leadId = workspace.newLead("Ada").path("id").asString();
        JsonNode draft = workspace.application("createApplication", Map.of("leadId", leadId));

        JsonNode refusal = workspace.refusal("submitApplication", seen(draft));

        assertThat(refusal.path("code").asString()).isEqualTo("REQUIRED");
        assertThat(refusal.path("message").asString()).contains("requestedPlanId", "updateApplication");
    }

    @Test
    void isNotSubmittedTwice() {
        JsonNode refusal = workspace.refusal("submitApplication", seen(submitted()));

        assertThat(refusal.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refusal.path("message").asString()).endsWith("it can become UNDER_REVIEW or WITHDRAWN");
    }

    @Test
    void isReviewedAndApproved() {
        JsonNode approved = workspace.application("decideApplication", with(underReview(), "decision", "APPROVED"));

        assertThat(approved.path("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("decidedAt").isNull()).isFalse();
        assertThat(approved.path("nextStatuses").isEmpty()).isTrue();
    }

    @Test
    void isRejectedForAReason() {
        JsonNode underReview = underReview();
        Map<String, Object> rejection = with(underReview, "decision", "REJECTED");

        assertThat(workspace
                        .refusal("decideApplication", rejection)
                        .path("field")
                        .toString())
                .isEqualTo("[\"input\",\"reason\"]");

        rejection.put("reason", "no income");
        JsonNode rejected = workspace.application("decideApplication", rejection);
        assertThat(rejected.path("status").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("statusReason").asString()).isEqualTo("no income");
    }

    @Test
    void canBeWithdrawnUntilItIsDecided() {
        JsonNode draft = workspace.application(
                "changeApplicationStatus", with(workspace.newApplication(), "status", "WITHDRAWN"));
        JsonNode inReview =
                workspace.application("changeApplicationStatus", with(underReview(), "status", "WITHDRAWN"));
        JsonNode approved = workspace.application("decideApplication", with(underReview(), "decision", "APPROVED"));

        JsonNode refusal = workspace.refusal("changeApplicationStatus", with(approved, "status", "WITHDRAWN"));

        assertThat(draft.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(inReview.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(refusal.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(refusal.path("message").asString()).contains("it is at its end");
    }

    @Test
    void refusesIllegalStepsAndNamesTheLegalOnes() {
        JsonNode toReview = workspace.refusal(
                "changeApplicationStatus", with(workspace.newApplication(), "status", "UNDER_REVIEW"));
        JsonNode decided = workspace.refusal("decideApplication", with(submitted(), "decision", "APPROVED"));

        assertThat(toReview.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(toReview.path("message").asString()).endsWith("it can become SUBMITTED or WITHDRAWN");
        assertThat(decided.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(decided.path("message").asString()).endsWith("it can become UNDER_REVIEW or WITHDRAWN");
    }

    @Test
    void knowsNoOtherStepsThanThoseWithoutAMutationOfTheirOwn() {
        JsonNode error = workspace.error("changeApplicationStatus", with(underReview(), "status", "APPROVED"));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asString()).isEqualTo("input.status");
    }

    @Test
    void isForAPlanThatTheWorkspaceHas() {
        JsonNode draft = workspace.newApplication();
        String unknown = Neighbours.unknown();

        JsonNode created = workspace.refusal(
                "createApplication", Map.of("leadId", draft.at("/lead/id").asString(), "requestedPlanId", unknown));
        JsonNode updated = workspace.refusal("updateApplication", with(draft, "requestedPlanId", unknown));

        assertThat(created.path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(created.path("field").toString()).isEqualTo("[\"input\",\"requestedPlanId\"]");
        assertThat(updated.path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void isNotSubmittedForAPlanThatIsNoLongerForSale() {
        JsonNode draft = workspace.newApplication();
        Neighbours.retire(draft.at("/requestedPlan/id").asString());

        JsonNode refusal = workspace.refusal("submitApplication", seen(draft));

        assertThat(refusal.path("code").asString()).isEqualTo("RETIRED");
    }

    @Test
    void isNotWrittenWhilePlansDoesNotAnswer() {
        JsonNode draft = workspace.newApplication();

        JsonNode error = workspace.error("updateApplication", with(draft, "requestedPlanId", Neighbours.unanswered()));

        assertThat(error.at("/extensions/code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(workspace.application("updateApplication", seen(draft)).path("version"))
                .isEqualTo(draft.path("version"));
    }

    @Test
    void refusesAnOldVersion() {
        JsonNode draft = workspace.newApplication();
        workspace.application("submitApplication", seen(draft));

        assertThat(workspace
                        .refusal("submitApplication", seen(draft))
                        .path("code")
                        .asString())
                .isEqualTo("STALE_VERSION");
    }

    @Test
    void isNotChangedFromAnotherWorkspace() {
        JsonNode draft = workspace.newApplication();

        JsonNode refusal = TestWorkspace.at(port).refusal("submitApplication", seen(draft));

        assertThat(refusal.path("code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void actsOnceForAnIdempotencyKey() {
        Map<String, Object> input = with(workspace.newApplication(), "idempotencyKey", "once");

        workspace.application("submitApplication", input);
        JsonNode again = workspace.application("submitApplication", input);

        assertThat(again.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void isToldByEventsThatSealTheAnswers() {
        String leadId = workspace.newLead("Ada").path("id").asString();
        JsonNode draft = workspace.application(
                "createApplication",
                Map.of(
                        "leadId", leadId,
                        "requestedPlanId", UUID.randomUUID().toString(),
                        "answers", Map.of("secret", "confidential")));
        JsonNode submitted = workspace.application("submitApplication", seen(draft));
        Map<String, Object> step = with(submitted, "status", "UNDER_REVIEW");
        step.put("reason", "confidential as well");
        workspace.application("changeApplicationStatus", step);

        EventRows events = EventRows.of(worker, workspace.id());

        assertThat(events.types())
                .containsExactly(
                        "Lead.New 1", "Application.Drafted 1", "Application.Created 2", "Application.StatusUpdate 3");
        assertThat(events.text()).doesNotContain("confidential");
        assertThat(events.state(2).path("leadId").asString()).isEqualTo(leadId);
        assertThat(events.changes(3).path("status").path("before").asString()).isEqualTo("SUBMITTED");
    }

    private JsonNode submitted() {
        return workspace.application("submitApplication", seen(workspace.newApplication()));
    }

    private JsonNode underReview() {
        return workspace.application("changeApplicationStatus", with(submitted(), "status", "UNDER_REVIEW"));
    }

    private static Map<String, Object> seen(JsonNode application) {
        return Map.of(
                "applicationId", application.path("id").asString(),
                "expectedVersion", application.path("version").asInt());
    }

    private static Map<String, Object> with(JsonNode application, String field, String value) {
        Map<String, Object> input = new HashMap<>(seen(application));
        input.put(field, value);
        return input;
    }
}
