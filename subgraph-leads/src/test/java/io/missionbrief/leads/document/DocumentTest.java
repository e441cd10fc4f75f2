package io.missionbrief.leads.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class DocumentTest {

    private static final String DOCUMENT =
            "document { id kind fileName mediaType sizeBytes sha256 status statusReason version }";
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

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
    void isNotedWithTheFingerprintOfItsContent() {
        JsonNode document = add(Map.of("sha256", SHA256.toUpperCase(Locale.ROOT), "sizeBytes", 2_147_483_647));

        assertThat(document.path("kind").asString()).isEqualTo("IDENTITY");
        assertThat(document.path("fileName").asString()).isEqualTo("passport.pdf");
        assertThat(document.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(document.path("sizeBytes").asInt()).isEqualTo(2_147_483_647);
        assertThat(document.path("sha256").asString()).isEqualTo(SHA256);
        assertThat(document.path("status").asString()).isEqualTo("PENDING");
        assertThat(workspace
                        .data("{ application(id: \"" + application + "\") { documents { totalCount nodes { id } } } }")
                        .at("/application/documents/nodes/0/id"))
                .isEqualTo(document.path("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "fileName, ''",
        "fileName, ../passport.pdf",
        "mediaType, pdf",
        "sha256, e3b0",
    })
    void isRefusedWhenItIsNotDescribed(String field, String value) {
        JsonNode errors = workspace
                .payload("addApplicationDocument", DOCUMENT, input(Map.of(field, value)))
                .path("userErrors");

        assertThat(errors.isEmpty()).isFalse();
        assertThat(errors.values().stream()
                        .map(error -> error.path("field").get(1).asString())
                        .distinct())
                .containsExactly(field);
    }

    @Test
    void isRefusedWithoutContent() {
        JsonNode refusal = workspace.refusal("addApplicationDocument", input(Map.of("sizeBytes", 0)));

        assertThat(refusal.path("code").asString()).isEqualTo("INVALID_VALUE");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"sizeBytes\"]");
    }

    @Test
    void isAnEntityOfItsWorkspace() {
        List<String> visible = List.of(
                add(Map.of()).path("id").asString(),
                add(Map.of("sha256", "0".repeat(64))).path("id").asString());

        EntityTester.of(workspace.caller(), "ApplicationDocument")
                .assertAnsweredInPlace(visible, List.of(UUID.randomUUID().toString()));
        EntityTester.of(TestWorkspace.at(port).caller(), "ApplicationDocument").assertHidden(visible);
    }

    @Test
    void isNotedOnceForEachContent() {
        add(Map.of());

        JsonNode refusal = workspace.refusal("addApplicationDocument", input(Map.of("fileName", "copy.pdf")));

        assertThat(refusal.path("code").asString()).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void isNotNotedForAnApplicationThatIsAtItsEndOrNotThere() {
        Map<String, Object> elsewhere = input(Map.of());
        assertThat(TestWorkspace.at(port)
                        .refusal("addApplicationDocument", elsewhere)
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");

        workspace.application(
                "changeApplicationStatus",
                Map.of("applicationId", application, "expectedVersion", 1, "status", "WITHDRAWN"));
        assertThat(workspace
                        .refusal("addApplicationDocument", input(Map.of()))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_ACTIVE");
    }

    @Test
    void isReviewedOnce() {
        String id = add(Map.of()).path("id").asString();

        assertThat(workspace
                        .refusal("reviewApplicationDocument", review(id, 1, "REJECTED"))
                        .path("code")
                        .asString())
                .isEqualTo("REQUIRED");
        JsonNode accepted = workspace
                .payload("reviewApplicationDocument", DOCUMENT, review(id, 1, "ACCEPTED"))
                .path("document");
        JsonNode stale = workspace.refusal("reviewApplicationDocument", review(id, 1, "ACCEPTED"));
        JsonNode again = workspace.refusal("reviewApplicationDocument", review(id, 2, "ACCEPTED"));

        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(stale.path("code").asString()).isEqualTo("STALE_VERSION");
        assertThat(again.path("code").asString()).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void isToldByEventsThatSealWhatItIs() {
        String id = add(Map.of()).path("id").asString();
        Map<String, Object> review = new HashMap<>(review(id, 1, "REJECTED"));
        review.put("reason", "out of date");
        workspace.payload("reviewApplicationDocument", DOCUMENT, review);

        EventRows events = EventRows.of(worker, workspace.id());

        assertThat(events.types()).endsWith("ApplicationDocument.Added 1", "ApplicationDocument.Reviewed 2");
        assertThat(events.text()).doesNotContain("passport.pdf", SHA256, "out of date");
    }

    @Test
    void isForThoseWhoMaySeeDocuments() {
        TestWorkspace reader = workspace.withScopes("applications:read", "documents:write");

        JsonNode seen = reader.answer("{ applications { nodes { id documents { totalCount } } } }", Map.of());
        JsonNode written = workspace.withScopes("documents:read").error("addApplicationDocument", input(Map.of()));

        assertThat(seen.path("errors").get(0).path("message").asString()).contains("documents:read");
        assertThat(seen.at("/data/applications/nodes/0/id").asString()).isEqualTo(application);
        assertThat(written.path("message").asString()).contains("documents:write");
    }

    private JsonNode add(Map<String, ?> change) {
        return workspace
                .payload("addApplicationDocument", DOCUMENT, input(change))
                .path("document");
    }

    private Map<String, Object> input(Map<String, ?> change) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "applicationId",
                application,
                "kind",
                "IDENTITY",
                "fileName",
                "passport.pdf",
                "mediaType",
                "Application/PDF",
                "sizeBytes",
                1024,
                "sha256",
                SHA256));
        input.putAll(change);
        return input;
    }

    private static Map<String, Object> review(String id, int version, String decision) {
        return Map.of("documentId", id, "expectedVersion", version, "decision", decision);
    }
}
