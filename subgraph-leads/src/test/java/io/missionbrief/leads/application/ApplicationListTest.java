package io.missionbrief.leads.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class ApplicationListTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;
    private String ada = "";
    private String plan = "";

    @BeforeEach
    void applications() {
        workspace = TestWorkspace.at(port);
        plan = UUID.randomUUID().toString();
        ada = workspace.newLead("Ada").path("id").asString();
        String bob = workspace.newLead("Bob").path("id").asString();
        for (String leadId : List.of(ada, bob, ada)) {
            workspace.application("createApplication", Map.of("leadId", leadId, "requestedPlanId", plan));
        }
        JsonNode submitted = workspace.application(
                "createApplication",
                Map.of("leadId", bob, "requestedPlanId", UUID.randomUUID().toString()));
        workspace.application(
                "submitApplication",
                Map.of("applicationId", submitted.path("id").asString(), "expectedVersion", 1));
    }

    @Test
    void showsWhatIsAskedFor() {
        assertThat(count("")).isEqualTo(4);
        assertThat(count("(filter: {status: [DRAFT]})")).isEqualTo(3);
        assertThat(count("(filter: {status: [SUBMITTED, APPROVED]})")).isEqualTo(1);
        assertThat(count("(filter: {leadId: \"" + ada + "\"})")).isEqualTo(2);
        assertThat(count("(filter: {requestedPlanId: \"" + plan + "\"})")).isEqualTo(3);
        assertThat(count("(filter: {createdBefore: \"2000-01-01T00:00:00Z\"})")).isZero();
        assertThat(count("(sort: {field: UPDATED_AT, direction: DESC}, first: 3)"))
                .isEqualTo(3);
    }

    @Test
    void showsTheApplicationsOfEachLeadTheNewestFirst() {
        JsonNode leads = workspace
                .data("{ leads(sort: {field: NAME}) { nodes { applications(first: 1) { totalCount nodes { status } "
                        + "pageInfo { hasNextPage } } } } }")
                .path("leads")
                .path("nodes");

        assertThat(leads.get(0).path("applications").path("totalCount").asInt()).isEqualTo(2);
        assertThat(leads.get(0).path("applications").path("nodes").size()).isEqualTo(1);
        assertThat(leads.get(0)
                        .path("applications")
                        .path("pageInfo")
                        .path("hasNextPage")
                        .asBoolean())
                .isTrue();
        assertThat(leads.get(1)
                        .path("applications")
                        .path("nodes")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void leavesTheLeadToThoseWhoMaySeeItAndItsApplicationsToThose() {
        JsonNode withoutLeads = workspace
                .withScopes("applications:read")
                .answer("{ applications { nodes { status lead { name } } } }", Map.of());
        JsonNode withoutApplications = workspace
                .withScopes("leads:read")
                .answer("{ leads { nodes { name applications { totalCount } } } }", Map.of());

        assertThat(withoutLeads
                        .path("data")
                        .path("applications")
                        .path("nodes")
                        .get(0)
                        .path("lead")
                        .isNull())
                .isTrue();
        assertThat(withoutLeads.path("errors").get(0).path("message").asString())
                .contains("leads:read");
        assertThat(withoutApplications
                        .path("data")
                        .path("leads")
                        .path("nodes")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Bob");
        assertThat(withoutApplications.path("errors").get(0).path("message").asString())
                .contains("applications:read");
    }

    @Test
    void isOfOneWorkspace() {
        TestWorkspace other = TestWorkspace.at(port);
        String id = workspace
                .data("{ applications(first: 1) { nodes { id } } }")
                .path("applications")
                .path("nodes")
                .get(0)
                .path("id")
                .asString();

        assertThat(other.data("{ applications { totalCount } }")
                        .path("applications")
                        .path("totalCount")
                        .asInt())
                .isZero();
        assertThat(other.data("{ application(id: \"" + id + "\") { id } }")
                        .path("application")
                        .isNull())
                .isTrue();
        assertThat(workspace
                        .data("{ application(id: \"" + id + "\") { id } }")
                        .path("application")
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void areEntitiesToOtherSubgraphs() {
        List<String> visible =
                workspace.data("{ applications { nodes { id } } }").at("/applications/nodes").values().stream()
                        .map(application -> application.path("id").asString())
                        .toList();
        String foreign = TestWorkspace.at(port).newApplication().path("id").asString();

        EntityTester.of(workspace.caller(), "Application").assertAnsweredInPlace(visible, List.of(foreign));
    }

    private int count(String arguments) {
        return workspace
                .data("{ applications" + arguments + " { nodes { id } } }")
                .path("applications")
                .path("nodes")
                .size();
    }
}
