package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a query costs in statements, whatever the size of its pages. */
@SubgraphTest("leads")
class StatementsOfLeadsTest {

    private static final int LEADS = 8;

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    private TestWorkspace workspace;

    @BeforeEach
    void leadsWithApplications() {
        workspace = TestWorkspace.at(port);
        for (int i = 0; i < LEADS; i++) {
            String id = workspace
                    .lead("createLead", Map.of("name", "Lead " + i, "phone", "+4930901820", "raw", Map.of("i", i)))
                    .path("id")
                    .asString();
            workspace.application("createApplication", Map.of("leadId", id));
            workspace.application("createApplication", Map.of("leadId", id));
        }
    }

    @Test
    void aListIsOneStatement() {
        String fields = "nodes { id reference name email phone status source tags score fields owner { id } "
                + "consent { status } nextStatuses version createdAt } edges { cursor } pageInfo { hasNextPage endCursor }";

        assertThat(statementsOf("{ leads(first: 2) { " + fields + " } }")).hasSize(1);
        assertThat(statementsOf("{ leads(first: " + LEADS + ") { " + fields + " } }"))
                .hasSize(1);
    }

    @Test
    void theCountIsAStatementOfItsOwnOnlyWhenItIsAskedFor() {
        assertThat(statementsOf("{ leads(first: 2) { totalCount nodes { id } } }"))
                .hasSize(2);
    }

    @Test
    void aNestedQueryIsAConstantNumberOfStatements() {
        String nested =
                "nodes { raw duplicates { id } applications(first: 5) { totalCount nodes { status lead { name } } } }";

        List<String> ofTwo = statementsOf("{ leads(first: 2) { " + nested + " } }");
        List<String> ofAll = statementsOf("{ leads(first: " + LEADS + ") { " + nested + " } }");

        // The leads, their payloads, duplicates and applications, the counts, and the leads of the applications.
        assertThat(ofTwo).hasSize(6);
        assertThat(ofAll).hasSize(6);
    }

    @Test
    void aLeadIsOneStatement() {
        String id = workspace.newLead("Ada").path("id").asString();

        assertThat(statementsOf("{ lead(id: \"" + id + "\") { name } }")).hasSize(1);
    }

    private List<String> statementsOf(String document) {
        statements.reset(workspace.id());
        workspace.data(document);
        return statements.statements(workspace.id());
    }
}
