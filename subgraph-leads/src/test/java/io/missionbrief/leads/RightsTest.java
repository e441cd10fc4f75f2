package io.missionbrief.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each field without the scope that it needs: refused before anything is looked up, and the scope is named. */
@SubgraphTest("leads")
class RightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ leads { totalCount } }                      | leads:read",
                "{ lead(id: \"ID\") { id } }                   | leads:read",
                "{ leadCounts(by: [STATUS]) { total } }        | leads:read",
                "{ applications { totalCount } }               | applications:read",
                "{ application(id: \"ID\") { id } }            | applications:read",
                "{ _entities(representations: [{__typename: \"Lead\", id: \"ID\"}]) { ... on Lead { id } } } | leads:read",
                "{ _entities(representations: [{__typename: \"Application\", id: \"ID\"}]) { ... on Application { id } } } | applications:read",
                "{ _entities(representations: [{__typename: \"ApplicationDocument\", id: \"ID\"}]) { ... on ApplicationDocument { id } } } | documents:read",
                "{ _entities(representations: [{__typename: \"VerificationCheck\", id: \"ID\"}]) { ... on VerificationCheck { id } } } | checks:read",
                "mutation { createLead(input: {name: \"Ada\"}) { __typename } } | leads:write",
                "mutation { updateLead(input: {leadId: \"ID\", expectedVersion: 1}) { __typename } } | leads:write",
                "mutation { changeLeadStatus(input: {leadId: \"ID\", expectedVersion: 1, status: LOST}) { __typename } } | leads:write",
                "mutation { assignLead(input: {leadId: \"ID\", expectedVersion: 1}) { __typename } } | leads:assign",
                "mutation { tagLead(input: {leadId: \"ID\", expectedVersion: 1}) { __typename } } | leads:write",
                "{ leadImport(id: \"ID\") { id } }           | leads:import",
                "{ leadImports { totalCount } }                | leads:import",
                "{ _entities(representations: [{__typename: \"LeadImport\", id: \"ID\"}]) { ... on LeadImport { id } } } | leads:import",
                "mutation { startLeadImport(input: {fileName: \"f\", mapping: {fields: [{field: NAME, column: \"n\"}]}}) { __typename } } | leads:import",
                "mutation { continueLeadImport(input: {importId: \"ID\"}) { __typename } } | leads:import",
                "mutation { createApplication(input: {leadId: \"ID\"}) { __typename } } | applications:write",
                "mutation { updateApplication(input: {applicationId: \"ID\", expectedVersion: 1}) { __typename } } | applications:write",
                "mutation { submitApplication(input: {applicationId: \"ID\", expectedVersion: 1}) { __typename } } | applications:write",
                "mutation { changeApplicationStatus(input: {applicationId: \"ID\", expectedVersion: 1, status: WITHDRAWN}) { __typename } } | applications:write",
                "mutation { decideApplication(input: {applicationId: \"ID\", expectedVersion: 1, decision: APPROVED}) { __typename } } | applications:decide",
                "mutation { addApplicationDocument(input: {applicationId: \"ID\", kind: OTHER, fileName: \"f\", mediaType: \"a/b\", sizeBytes: 1, sha256: \"0\"}) { __typename } } | documents:write",
                "mutation { reviewApplicationDocument(input: {documentId: \"ID\", expectedVersion: 1, decision: ACCEPTED}) { __typename } } | documents:write",
                "mutation { requestVerificationCheck(input: {applicationId: \"ID\", kind: OTHER}) { __typename } } | checks:write",
                "mutation { completeVerificationCheck(input: {checkId: \"ID\", expectedVersion: 1, result: PASSED}) { __typename } } | checks:write",
            })
    void areNamedWhenTheyAreMissing(String document, String scope) {
        TestWorkspace workspace = TestWorkspace.at(port).withScopes("plans:read");

        JsonNode answer =
                workspace.answer(document.replace("ID", UUID.randomUUID().toString()), Map.of());

        JsonNode error = answer.path("errors").get(0);
        assertThat(error.path("extensions").path("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.path("message").asString()).contains(scope);
        assertThat(statements.statements(workspace.id())).isEmpty();
    }
}
