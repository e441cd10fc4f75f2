package io.missionbrief.leads;

import io.missionbrief.leads.imports.TestImport;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.GoldenEvents;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class GoldenEventsTest {

    /** A plan is told as requestedPlanId, who decided as the actor of the event; the hash is the import's own. */
    private static final String[] UNTOLD = {
        "application.plan_id", "application.decided_by", "verification_check.checked_by", "lead_import.records_hash"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase database;

    @Test
    void eachEventIsTheOneUnderReview() {
        TestWorkspace workspace = TestWorkspace.at(port);
        String lead = aLeadGoesItsWay(workspace);
        JsonNode application = workspace.application(
                "createApplication", Map.of("leadId", lead, "answers", Map.of("income", 4000, "married", true)));
        aDocumentIsReviewed(workspace, application.path("id").asString());
        aCheckIsCompleted(workspace, application.path("id").asString());
        anApplicationIsDecided(workspace, application.path("id").asString());

        anImportFailsAndGoesOn(workspace);

        GoldenEvents.assertUnchanged(database, workspace.id(), "leads", UNTOLD);
    }

    private static String aLeadGoesItsWay(TestWorkspace workspace) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "name", "Ada Lovelace",
                "email", "ada@example.com",
                "phone", "+4930901820",
                "company", "Engines",
                "externalReference", "crm-1",
                "fields", Map.of("nickname", "Ada", "children", 3),
                "tags", List.of("vip", "math"),
                "score", 80));
        String id = workspace.lead("createLead", input).path("id").asString();
        change(workspace, "updateLead", id, 1, Map.of("name", "Ada King", "company", "Looms", "score", 81));
        change(workspace, "changeLeadStatus", id, 2, Map.of("status", "LOST", "reason", "price"));
        change(workspace, "changeLeadStatus", id, 3, Map.of("status", "QUALIFIED", "reason", "called again"));
        change(
                workspace,
                "assignLead",
                id,
                4,
                Map.of("ownerId", UUID.randomUUID().toString()));
        change(workspace, "tagLead", id, 5, Map.of("add", List.of("hot"), "remove", List.of("math")));
        return id;
    }

    private static void change(TestWorkspace workspace, String field, String id, int version, Map<String, ?> change) {
        Map<String, Object> input = new HashMap<>(change);
        input.put("leadId", id);
        input.put("expectedVersion", version);
        workspace.lead(field, input);
    }

    private static void aDocumentIsReviewed(TestWorkspace workspace, String application) {
        JsonNode document = workspace
                .payload(
                        "addApplicationDocument",
                        "document { id }",
                        Map.of(
                                "applicationId", application,
                                "kind", "IDENTITY",
                                "fileName", "passport.pdf",
                                "mediaType", "application/pdf",
                                "sizeBytes", 2_000_000,
                                "sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .path("document");
        workspace.payload(
                "reviewApplicationDocument",
                "document { id }",
                Map.of(
                        "documentId",
                        document.path("id").asString(),
                        "expectedVersion",
                        1,
                        "decision",
                        "REJECTED",
                        "reason",
                        "out of date"));
    }

    private static void aCheckIsCompleted(TestWorkspace workspace, String application) {
        JsonNode check = workspace
                .payload(
                        "requestVerificationCheck",
                        "check { id }",
                        Map.of("applicationId", application, "kind", "INCOME", "note", "two payslips"))
                .path("check");
        workspace.payload(
                "completeVerificationCheck",
                "check { id }",
                Map.of(
                        "checkId",
                        check.path("id").asString(),
                        "expectedVersion",
                        1,
                        "result",
                        "PASSED",
                        "note",
                        "three payslips"));
    }

    private static void anApplicationIsDecided(TestWorkspace workspace, String id) {
        String plan = UUID.randomUUID().toString();
        workspace.application(
                "updateApplication", Map.of("applicationId", id, "expectedVersion", 1, "requestedPlanId", plan));
        workspace.application("submitApplication", Map.of("applicationId", id, "expectedVersion", 2));
        workspace.application(
                "changeApplicationStatus", Map.of("applicationId", id, "expectedVersion", 3, "status", "UNDER_REVIEW"));
        workspace.application(
                "decideApplication",
                Map.of("applicationId", id, "expectedVersion", 4, "decision", "REJECTED", "reason", "no income"));
    }

    private static void anImportFailsAndGoesOn(TestWorkspace workspace) {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        leads.put("NAME\nGrace\n\"Bea\n");
        leads.continued().put("NAME\nGrace\n\"Bea\"\n");
    }
}
