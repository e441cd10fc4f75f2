package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class LeadLookupTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;
    private JsonNode lead;

    @BeforeEach
    void lead() {
        workspace = TestWorkspace.at(port);
        lead = workspace.newLead("Ada");
    }

    @Test
    void findsALeadByItsId() {
        assertThat(byId(workspace, lead.path("id").asString()).path("name").asString())
                .isEqualTo("Ada");
    }

    @Test
    void findsALeadByItsReferenceHoweverItIsTyped() {
        String typed = lead.path("reference").asString().replace("-", "").toLowerCase(Locale.ROOT);

        assertThat(byReference(workspace, typed)
                        .path("data")
                        .path("lead")
                        .path("name")
                        .asString())
                .isEqualTo("Ada");
    }

    @Test
    void answersTheSameForAnUnknownLeadAndForOneOfAnotherWorkspace() {
        TestWorkspace other = TestWorkspace.at(port);

        assertThat(byId(workspace, UUID.randomUUID().toString()).isNull()).isTrue();
        assertThat(byId(other, lead.path("id").asString()).isNull()).isTrue();
        assertThat(byReference(workspace, Reference.random().value()))
                .isEqualTo(byReference(other, lead.path("reference").asString()));
    }

    @Test
    void saysThatAReferenceHasATypingError() {
        String reference = lead.path("reference").asString();
        String mistyped = reference.substring(0, 3) + (reference.charAt(3) == '7' ? '8' : '7') + reference.substring(4);

        JsonNode error = byReference(workspace, mistyped).path("errors").get(0);

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("field").asString()).isEqualTo("reference");
    }

    @Test
    void wantsEitherAnIdOrAReference() {
        JsonNode neither = workspace.answer("{ lead { id } }", Map.of());
        JsonNode malformed = workspace.answer("{ lead(id: \"1\") { id } }", Map.of());

        assertThat(neither.path("errors").get(0).path("extensions").path("code").asString())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(malformed
                        .path("errors")
                        .get(0)
                        .path("extensions")
                        .path("field")
                        .asString())
                .isEqualTo("id");
    }

    private static JsonNode byId(TestWorkspace workspace, String id) {
        return workspace
                .data("query($id: ID) { lead(id: $id) { name } }", Map.of("id", id))
                .path("lead");
    }

    private static JsonNode byReference(TestWorkspace workspace, String reference) {
        return workspace.answer(
                "query($reference: String) { lead(reference: $reference) { name } }", Map.of("reference", reference));
    }
}
