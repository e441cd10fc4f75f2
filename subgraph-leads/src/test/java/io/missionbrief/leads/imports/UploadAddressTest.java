package io.missionbrief.leads.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who has the address may upload, once and for a while; and nobody learns more than that. */
@SubgraphTest("leads")
class UploadAddressTest {

    private static final String FILE = "NAME\nAda\n";

    @LocalServerPort
    private int port;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private StatementCounter statements;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void isOneThatNobodyCanGuessAndExpires() {
        TestImport first = TestImport.ofFields(workspace, "NAME");
        TestImport second = TestImport.ofFields(workspace, "NAME");

        assertThat(first.url()).matches("http://127.0.0.1:\\d+/lead-imports/" + workspace.id() + "/[A-Za-z0-9_-]{43}");
        assertThat(first.url()).isNotEqualTo(second.url());
        assertThat(Instant.parse(first.upload().path("expiresAt").asString())).isAfter(Instant.now());
        assertThat(storedText()).doesNotContain(secret(first));
    }

    @Test
    void isUsedOnce() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        leads.put(FILE);

        assertNotFound(leads.put(FILE));

        assertThat(leads.summary()).isEqualTo("COMPLETED 1 = 1 + 0 + 0");
    }

    @Test
    void beginsOneOfTwoUploadsThatRaceForIt() throws Exception {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        Callable<Integer> upload = () -> leads.put(FILE).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(upload, upload, upload, upload));

            assertThat(answers).extracting(Future::get).containsExactlyInAnyOrder(200, 404, 404, 404);
        }
        assertThat(leads.summary()).isEqualTo("COMPLETED 1 = 1 + 0 + 0");
    }

    @Test
    void expires() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        write(
                "update lead_import_upload set expires_at = clock_timestamp() - interval '1 second' where import_id = ?",
                leads);

        assertNotFound(leads.put(FILE));
        assertThat(leads.continued().put(FILE).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenAnotherOneIsGiven() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        String earlier = leads.url();

        leads.continued();

        assertNotFound(put(earlier));
        assertThat(leads.put(FILE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lead-imports/WORKSPACE/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/lead-imports/WORKSPACE/short",
                "/lead-imports/no.workspace/SECRET",
                "/lead-imports/elsewhere/SECRET",
            })
    void isNoneWhenItIsAnother(String path) {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        assertNotFound(put("http://127.0.0.1:" + port
                + path.replace("WORKSPACE", workspace.id().value()).replace("SECRET", secret(leads))));
        assertThat(leads.summary()).startsWith("WAITING");
    }

    @Test
    void isRefusedBeforeAnythingOfTheFileIsRead() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("PUT /lead-imports/" + workspace.id() + "/" + "A".repeat(43)
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n")
                            .getBytes(US_ASCII));

            String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 404");
        }
    }

    @Test
    void isOpenToNothingElseThanAnUpload() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        for (String method : List.of("GET", "POST", "DELETE")) {
            HttpResponse<String> answer = TestImport.send(
                    HttpRequest.newBuilder(URI.create(leads.url())).method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).doesNotContain("Exception", "trace");
        }
        assertThat(leads.summary()).startsWith("WAITING");
    }

    @Test
    void takesATokenOnlyOfWhomItWasGivenTo() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        String user = workspace.user();

        assertNotFound(put(leads, token("w" + UUID.randomUUID(), user)));
        assertNotFound(
                put(leads, token(workspace.id().value(), UUID.randomUUID().toString())));
        assertThat(put(leads, "Bearer nonsense").statusCode()).isEqualTo(401);
        assertThat(leads.summary()).startsWith("WAITING");

        assertThat(put(leads, token(workspace.id().value(), user)).statusCode()).isEqualTo(200);
    }

    @Test
    void costsOneStatementWhenItIsWrong() {
        statements.reset(workspace.id());

        assertNotFound(put("http://127.0.0.1:" + port + "/lead-imports/" + workspace.id() + "/" + "A".repeat(43)));

        assertThat(statements.count(workspace.id())).isEqualTo(1);
    }

    @Test
    void comesAnewWithARepeatedCall() {
        Map<String, Object> input =
                Map.of("fileName", "leads.csv", "mapping", TestImport.mapping("NAME"), "idempotencyKey", "once");
        String selection = "leadImport { id version } upload { url }";
        JsonNode first = workspace.payload("startLeadImport", selection, input);
        JsonNode second = workspace.payload("startLeadImport", selection, input);

        assertThat(second.path("leadImport")).isEqualTo(first.path("leadImport"));
        assertThat(second.at("/upload/url")).isNotEqualTo(first.at("/upload/url"));
        String base = "http://127.0.0.1:" + port;
        assertNotFound(put(base + URI.create(first.at("/upload/url").asString()).getPath()));
        assertThat(put(base + URI.create(second.at("/upload/url").asString()).getPath())
                        .statusCode())
                .isEqualTo(200);

        JsonNode third = workspace.payload("startLeadImport", selection, input);
        assertThat(third.at("/leadImport/id")).isEqualTo(first.at("/leadImport/id"));
        assertThat(third.path("upload").isNull()).isTrue();
    }

    @Test
    void isNotGivenForAnImportThatIsOverOrNotThere() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        leads.put(FILE);

        assertThat(workspace
                        .refusal("continueLeadImport", Map.of("importId", leads.id()))
                        .path("code")
                        .asString())
                .isEqualTo("ILLEGAL_TRANSITION");
        assertThat(workspace
                        .refusal(
                                "continueLeadImport",
                                Map.of("importId", UUID.randomUUID().toString()))
                        .path("code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    private static HttpResponse<String> put(String url) {
        return TestImport.send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString(FILE)));
    }

    private static HttpResponse<String> put(TestImport leads, String authorization) {
        return TestImport.send(HttpRequest.newBuilder(URI.create(leads.url()))
                .header("Authorization", authorization)
                .PUT(BodyPublishers.ofString(FILE)));
    }

    private static String token(String workspace, String user) {
        return "Bearer "
                + TestIssuer.shared()
                        .token()
                        .workspace(workspace)
                        .user(user)
                        .scopes("leads:import")
                        .sign();
    }

    private static String secret(TestImport leads) {
        return leads.url().substring(leads.url().lastIndexOf('/') + 1);
    }

    /** Everything that the tables of imports hold. */
    private String storedText() {
        return database.read(
                actor(),
                sql -> Stream.of("lead_import", "lead_import_upload", "event_log")
                        .map(table -> sql.fetch("select * from " + table).formatCSV())
                        .toList()
                        .toString());
    }

    private void write(String statement, TestImport leads) {
        database.write(actor(), sql -> sql.execute(statement, UUID.fromString(leads.id())));
    }

    private Actor actor() {
        return new Actor(workspace.user(), workspace.id(), Set.of(), Set.of(), Instant.MAX);
    }

    private static void assertNotFound(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(TestImport.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("NOT_FOUND");
        assertThat(TestImport.json(answer).at("/errors/0/message").asString())
                .contains("startLeadImport", "continueLeadImport");
    }
}
