package io.missionbrief.leads.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An import that stops in the middle goes on where it stopped, and each line becomes one lead at most. */
@SubgraphTest(
        value = "leads",
        properties = {
            "mission-brief.leads.import-batch=10",
            "mission-brief.leads.import-limit=200KB",
            "mission-brief.leads.import-alive-for=PT1S",
            "mission-brief.leads.imports-at-once=3"
        })
class ContinueImportTest {

    /** Nothing of a line tells it from another one: a line that is read twice becomes two leads. */
    private static final int LINES = 95;

    private static final String FILE = "NAME,Note\n"
            + IntStream.rangeClosed(1, LINES)
                    .mapToObj(i -> i % 9 == 0 ? "=" + i + ",\n" : "Lead " + i + ",\"line\n" + i + "\"\n")
                    .collect(Collectors.joining());

    @LocalServerPort
    private int port;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private WorkerDatabase worker;

    @Autowired
    private RunningImports running;

    @Autowired
    private UploadsInHand inHand;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void goesOnAfterTheLastCommittedLineOfACutUpload() throws IOException {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        cut(leads, FILE.length() / 2);

        JsonNode failed = leads.state();
        assertThat(failed.at("/failure/code").asString()).isEqualTo("CONNECTION_CUT");
        assertThat(failed.at("/failure/message").asString()).contains("continueLeadImport");
        assertThat(failed.path("linesRead").asInt()).isBetween(40, 55);
        assertThat(leads.continued().state().path("status").asString()).isEqualTo("WAITING");

        assertThat(leads.put(FILE).statusCode()).isEqualTo(200);

        assertSameAsUninterrupted(leads);
    }

    @Test
    void goesOnAfterCutsAtRandomPlaces() throws IOException {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        Random random = new Random(7);

        for (int i = 0; i < 6; i++) {
            cut(leads, random.nextInt(FILE.length()));
            leads.continued();
        }
        leads.put(FILE);

        assertSameAsUninterrupted(leads);
    }

    @Test
    void doesNotGoOnWithAnotherFile() throws IOException {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        cut(leads, FILE.length() / 2);
        JsonNode before = leads.state();

        HttpResponse<String> other = leads.continued().put(FILE.replace("Lead 2", "Lead zwei"));
        HttpResponse<String> shorter = leads.continued().put(FILE.substring(0, FILE.length() / 4));
        HttpResponse<String> header = leads.continued().put(FILE.replace("Note", "Notes"));

        assertThat(List.of(other.statusCode(), shorter.statusCode(), header.statusCode()))
                .containsOnly(400);
        assertThat(leads.state().at("/failure/code").asString()).isEqualTo("OTHER_FILE");
        assertThat(leads.state().path("linesRead")).isEqualTo(before.path("linesRead"));
        leads.continued().put(FILE.replace("\n", "\r\n").replace("line\r\n", "line\n"));
        assertSameAsUninterrupted(leads);
    }

    /** What is wrong with a file behind the committed lines can be mended. */
    @Test
    void goesOnWithAFileThatWasMended() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        String broken = FILE.replace("Lead 50,", "\"Lead 50,");

        leads.put(broken);
        assertThat(leads.state().at("/failure/code").asString()).isEqualTo("MALFORMED_QUOTE");
        leads.continued().put(FILE);

        assertSameAsUninterrupted(leads);
    }

    @Test
    void isDeclaredFailedWhenItGivesNoSignOfLife() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        begin(leads);

        await().untilAsserted(() ->
                assertThat(leads.state().at("/failure/code").asString()).isEqualTo("INTERRUPTED"));

        leads.continued().put(FILE);
        assertSameAsUninterrupted(leads);
        assertThat(EventRows.of(worker, workspace.id()).types())
                .contains("LeadImport.Failed 3", "LeadImport.Continued 4", "LeadImport.Started 5");
    }

    @Test
    void staysAliveWhileItWaitsForTheFile() throws Exception {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        try (Socket upload = open(leads, FILE.length())) {
            send(upload, FILE.substring(0, 400));
            await().until(() -> leads.state().path("linesRead").asInt() >= 10);
            Instant first = aliveUntil(leads);

            await().until(() -> aliveUntil(leads).isAfter(first.plusSeconds(2)));
            send(upload, FILE.substring(400));

            await().untilAsserted(() -> assertSameAsUninterrupted(leads));
        }
    }

    @Test
    void endsAfterTheBatchInHandWhenTheApplicationStops() throws IOException {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        TestImport other = TestImport.ofFields(workspace, "NAME");
        try (Socket upload = open(leads, FILE.length())) {
            send(upload, FILE.substring(0, 400));
            await().until(() -> leads.state().path("linesRead").asInt() >= 10);

            inHand.stop();
            send(upload, FILE.substring(400, 800));

            assertThat(new String(upload.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 503");
            assertThat(other.put(FILE).statusCode()).isEqualTo(503);
        } finally {
            inHand.start();
        }
        assertThat(leads.state().at("/failure/code").asString()).isEqualTo("INTERRUPTED");
        assertThat(other.put(FILE).statusCode()).isEqualTo(200);
        leads.continued().put(FILE);
        assertThat(leads.summary()).isEqualTo("COMPLETED 95 = 85 + 0 + 10");
    }

    /**
     * A process that was paused for long may still have its connection, and the lines of a batch in hand. No line of this file
     * is in the report, so that nothing but the state of the import keeps them out.
     */
    @Test
    void anUploadThatWasTakenForDeadCommitsNothingMore() throws Exception {
        String file = "NAME\n"
                + IntStream.rangeClosed(1, LINES)
                        .mapToObj(i -> "Lead " + i + "\n")
                        .collect(Collectors.joining());
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        try (Socket paused = open(leads, file.length())) {
            send(paused, file.substring(0, file.indexOf("Lead 15")));
            await().until(() -> leads.state().path("linesRead").asInt() == 10);
            await().until(() -> takeForDead(leads));
            leads.continued().put(file);

            send(paused, file.substring(file.indexOf("Lead 15")));

            assertThat(new String(paused.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 409");
        }
        assertThat(leads.summary()).isEqualTo("COMPLETED 95 = 95 + 0 + 0");
        assertThat(leadNames("name"))
                .hasSize(LINES)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.send(("NAME,Note\n" + ("Ada," + "n".repeat(5_000) + "\n").repeat(80)).getBytes(UTF_8));

        assertThat(leads.state().at("/failure/code").asString()).isEqualTo("FILE_TOO_LARGE");
        assertThat(leads.state().at("/failure/message").asString()).contains("204800 bytes", "split it");
    }

    @Test
    void importsDifferentAndEqualFilesAtTheSameTime() throws Exception {
        String lines = IntStream.range(0, 60)
                .mapToObj(i -> "lead" + i + "@example.com\n")
                .collect(Collectors.joining());
        List<TestImport> imports = IntStream.range(0, 3)
                .mapToObj(_ -> TestImport.ofFields(workspace, "EMAIL"))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> imports.get(0).put("EMAIL\n" + lines)));
            answers.add(threads.submit(() -> imports.get(1).put("EMAIL\n" + lines)));
            answers.add(threads.submit(() -> imports.get(2).put("EMAIL\nother@example.com\n" + lines)));
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(leadNames("email"))
                .hasSize(61)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        assertThat(imports.stream()
                        .mapToInt(leads -> leads.state().path("created").asInt())
                        .sum())
                .isEqualTo(61);
    }

    @Test
    void sendsMoreUploadsAwayThanItTakesAtOnce() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                TestImport leads = TestImport.ofFields(workspace, "NAME");
                open.add(open(leads, FILE.length()));
                await().until(() -> leads.state().path("status").asString().equals("RUNNING"));
            }
            TestImport oneMore = TestImport.ofFields(workspace, "NAME");

            HttpResponse<String> answer = oneMore.put(FILE);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(TestImport.json(answer)
                            .at("/errors/0/extensions/retryAfter")
                            .asInt())
                    .isPositive();
            assertThat(oneMore.summary()).startsWith("WAITING");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** The same leads, the same report and the same counts, each line once. */
    private void assertSameAsUninterrupted(TestImport leads) {
        TestWorkspace other = TestWorkspace.at(port);
        TestImport uninterrupted = TestImport.ofFields(other, "NAME");
        uninterrupted.put(FILE);
        assertThat(leads.summary()).isEqualTo("COMPLETED 95 = 85 + 0 + 10").isEqualTo(uninterrupted.summary());
        assertThat(leads.report()).isEqualTo(uninterrupted.report());
        assertThat(leadNames("name"))
                .hasSize(85)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    private Map<String, Integer> leadNames(String field) {
        Map<String, Integer> names = new HashMap<>();
        workspace
                .data("{ leads(first: 100) { nodes { " + field + " } } }")
                .path("leads")
                .path("nodes")
                .forEach(lead -> names.merge(lead.path(field).asString(), 1, Integer::sum));
        return names;
    }

    /** Begins an upload of which nothing comes, as a process that has died would leave it. */
    private void begin(TestImport leads) {
        String path = URI.create(leads.url()).getPath();
        UploadAddress address = new UploadAddress(path.substring(path.lastIndexOf('/') + 1));
        assertThat(running.begin(actor(), UUID.fromString(leads.id()), address)).isNotNull();
    }

    /** Whether the import is FAILED now; the upload itself still gives signs of life against it. */
    private boolean takeForDead(TestImport leads) {
        UUID id = UUID.fromString(leads.id());
        database.write(
                actor(),
                sql -> sql.execute(
                        "update lead_import_upload set alive_until = clock_timestamp() - interval '1 second' where import_id = ?",
                        id));
        running.declareDead(actor(), id, FailedImportException.interrupted().failure());
        return leads.state().path("status").asString().equals("FAILED");
    }

    private Instant aliveUntil(TestImport leads) {
        return database.read(
                actor(),
                sql -> sql.fetchSingle(
                                "select alive_until from lead_import_upload where import_id = ?",
                                UUID.fromString(leads.id()))
                        .get(0, OffsetDateTime.class)
                        .toInstant());
    }

    private Actor actor() {
        return new Actor(workspace.user(), workspace.id(), Set.of(), Set.of(), Instant.MAX);
    }

    /** Sends so many characters of the file, and hangs up; returns when the import has noticed. */
    private void cut(TestImport leads, int characters) throws IOException {
        try (Socket upload = open(leads, FILE.length())) {
            send(upload, FILE.substring(0, characters));
        }
        await().until(() -> leads.state().path("status").asString().equals("FAILED"));
    }

    private Socket open(TestImport leads, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        send(
                socket,
                "PUT " + URI.create(leads.url()).getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length
                        + "\r\n\r\n");
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }
}
