package io.missionbrief.leads.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import of a test, and what a client does with it. */
public final class TestImport {

    static final String STATE =
            "id status linesRead created duplicates rejected lastCommittedLine version failure { code line message } ";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final TestWorkspace workspace;
    private final String id;
    private JsonNode upload;

    private TestImport(TestWorkspace workspace, JsonNode payload) {
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
        this.workspace = workspace;
        this.id = payload.path("leadImport").path("id").asString();
        this.upload = payload.path("upload");
    }

    /** Prepares an import by a mapping. */
    public static TestImport start(TestWorkspace workspace, Map<String, ?> mapping) {
        return new TestImport(
                workspace,
                workspace.payload(
                        "startLeadImport",
                        "leadImport { id } upload { url method headers { name value } expiresAt }",
                        Map.of("fileName", "leads.csv", "mapping", mapping)));
    }

    /** Prepares an import whose columns are called like their fields: {@code NAME} or {@code EMAIL}. */
    public static TestImport ofFields(TestWorkspace workspace, String... fields) {
        return start(workspace, mapping(fields));
    }

    /** A mapping of columns that are called like their fields. */
    static Map<String, Object> mapping(String... fields) {
        List<Map<String, String>> each = Arrays.stream(fields)
                .map(field -> Map.of("field", field, "column", field))
                .toList();
        return new HashMap<>(Map.of("fields", each));
    }

    public String id() {
        return id;
    }

    /** The address, at the port that the test has: the subgraph was told none. */
    public String url() {
        return "http://127.0.0.1:" + workspace.port()
                + URI.create(upload.path("url").asString()).getPath();
    }

    JsonNode upload() {
        return upload;
    }

    /** Gets a new address. */
    public TestImport continued() {
        JsonNode payload = workspace.payload(
                "continueLeadImport",
                "leadImport { id } upload { url method headers { name value } expiresAt }",
                Map.of("importId", id));
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
        upload = payload.path("upload");
        return this;
    }

    public HttpResponse<String> put(String file) {
        return put(file.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> put(byte[] file) {
        return put(BodyPublishers.ofByteArray(file));
    }

    HttpResponse<String> put(BodyPublisher file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url())).timeout(ANSWER);
        upload.path("headers")
                .forEach(header -> request.header(
                        header.path("name").asString(), header.path("value").asString()));
        return send(request.method(upload.path("method").asString(), file));
    }

    /** Sends a file to an address that may be closed before all of it has arrived. */
    void send(byte[] file) {
        try {
            put(file);
        } catch (UncheckedIOException closed) {
            // The answer is lost with the connection; the import says the same.
        }
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The import as it is now. */
    JsonNode state() {
        return state(STATE);
    }

    JsonNode state(String selection) {
        return workspace
                .data("query($id: ID!) { leadImport(id: $id) { " + selection + " } }", Map.of("id", id))
                .path("leadImport");
    }

    /** Status, and the four counts. */
    String summary() {
        JsonNode state = state();
        return state.path("status").asString() + " " + state.path("linesRead").asInt() + " = "
                + state.path("created").asInt() + " + "
                + state.path("duplicates").asInt() + " + "
                + state.path("rejected").asInt();
    }

    /** What the report says, one text an entry: line, column, value and code. */
    List<String> report() {
        return state("report(first: 100) { nodes { line column value code reason duplicateOf { id } } }")
                .path("report")
                .path("nodes")
                .values()
                .stream()
                .map(entry ->
                        entry.path("line").asInt() + " " + entry.path("column").asString("-") + " "
                                + entry.path("value").asString("-") + " "
                                + entry.path("code").asString())
                .toList();
    }
}
