package io.missionbrief.leads.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.leads.lead.AddLeads;
import io.missionbrief.leads.lead.ConsentStatus;
import io.missionbrief.leads.lead.LeadSource;
import io.missionbrief.leads.lead.LeadStatus;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.PreparedLead;
import io.missionbrief.leads.lead.Tags;
import io.missionbrief.leads.workspace.EventRows;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class ImportLeadsTest {

    private static final NewLead ADA = new NewLead(
            "Ada",
            null,
            null,
            null,
            "1",
            LeadSource.IMPORT,
            null,
            LeadStatus.NEW,
            null,
            null,
            Tags.of(List.of()),
            0,
            JsonDocument.EMPTY,
            ConsentStatus.UNKNOWN,
            null,
            null);

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase worker;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private AddLeads addLeads;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void makesALeadOfEachLine() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL", "PHONE");

        HttpResponse<String> answer = leads.put("""
                NAME,EMAIL,PHONE
                Ada Lovelace,Ada@example.com,+49 30 901820
                "Hopper, Grace",grace@example.com,
                """);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(TestImport.json(answer).path("created").asInt()).isEqualTo(2);
        assertThat(leads.summary()).isEqualTo("COMPLETED 2 = 2 + 0 + 0");
        assertThat(leads.state().path("lastCommittedLine").asInt()).isEqualTo(3);
        assertThat(workspace
                        .data(
                                "{ leads(sort: { field: NAME }) { nodes { name email phone source status version raw fields createdAt } } }")
                        .path("leads")
                        .path("nodes")
                        .values()
                        .stream()
                        .map(lead -> lead.path("name").asString() + " "
                                + lead.path("email").asString() + " "
                                + lead.path("phone").asString("-") + " "
                                + lead.path("source").asString() + " "
                                + lead.path("status").asString()))
                .containsExactly(
                        "Ada Lovelace Ada@example.com +4930901820 IMPORT NEW",
                        "Hopper, Grace grace@example.com - IMPORT NEW");
    }

    @Test
    void mapsEverythingThatALeadHas() {
        String owner = UUID.randomUUID().toString();
        TestImport leads = TestImport.start(
                workspace,
                Map.of(
                        "delimiter",
                        ";",
                        "phoneRegion",
                        "DE",
                        "absent",
                        List.of("Select", "-"),
                        "fields",
                        List.of(
                                Map.of("field", "NAME", "column", "Contact"),
                                Map.of("field", "PHONE", "column", "Phone"),
                                Map.of("field", "COMPANY", "column", "Company"),
                                Map.of("field", "EXTERNAL_REFERENCE", "column", "No"),
                                Map.of(
                                        "field", "SOURCE",
                                        "column", "Source",
                                        "values", List.of(Map.of("from", "Olark Chat", "to", "WEBSITE")),
                                        "otherwise", "PARTNER"),
                                Map.of("field", "SOURCE_DETAIL", "column", "Source"),
                                Map.of(
                                        "field", "STATUS",
                                        "column", "Won",
                                        "values",
                                                List.of(
                                                        Map.of("from", "1", "to", "WON"),
                                                        Map.of("from", "", "to", "CONTACTED"))),
                                Map.of("field", "OWNER_ID", "constant", owner),
                                Map.of("field", "TAGS", "column", "Tags", "separator", "|"),
                                Map.of("field", "SCORE", "column", "Score"),
                                Map.of(
                                        "field", "CONSENT",
                                        "column", "Mail",
                                        "values",
                                                List.of(
                                                        Map.of("from", "yes", "to", "GIVEN"),
                                                        Map.of("from", "no", "to", "WITHDRAWN"))),
                                Map.of("field", "CONSENT_SOURCE", "constant", "old system"),
                                Map.of("field", "FIELD", "key", "city", "column", "City"))));

        leads.put("""
                No;Contact;Phone;Company;Source;Won;Tags;Score;Mail;City;Campaign;Empty;
                7;Ada;030 901820;Engines;Olark Chat;1;VIP|London| ;80;yes;Berlin;=spring;;
                8;-;-;Looms;Google;Select;;;no;Select;;;
                """);

        assertThat(leads.summary()).as(leads.report().toString()).isEqualTo("COMPLETED 2 = 2 + 0 + 0");
        List<JsonNode> nodes = workspace
                .data(
                        "{ leads(sort: { field: NAME, direction: DESC }) { nodes { name phone company externalReference source"
                                + " sourceDetail status owner { id } tags score consent { status at source } fields raw } } }")
                .path("leads")
                .path("nodes")
                .values()
                .stream()
                .toList();
        assertThat(nodes.getFirst().toString())
                .contains("\"name\":\"Ada\"", "\"phone\":\"+4930901820\"", "\"company\":\"Engines\"")
                .contains("\"externalReference\":\"7\"", "\"source\":\"WEBSITE\"", "\"sourceDetail\":\"Olark Chat\"")
                .contains(
                        "\"status\":\"WON\"", owner, "[\"london\",\"vip\"]", "\"score\":80", "\"GIVEN\"", "old system")
                .contains("\"fields\":{\"city\":\"Berlin\"}", "\"raw\":{\"Campaign\":\"=spring\"}");
        assertThat(nodes.get(1).toString())
                .contains("\"name\":null", "\"phone\":null", "\"company\":\"Looms\"", "\"source\":\"PARTNER\"")
                .contains("\"status\":\"CONTACTED\"", "\"tags\":[]", "\"score\":0", "\"WITHDRAWN\"")
                .contains("\"fields\":{}", "\"raw\":null");
    }

    @Test
    void importsMoreLinesThanABatchHas() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL");

        leads.put("NAME,EMAIL\r\n"
                + IntStream.rangeClosed(1, 2_500)
                        .mapToObj(i -> "Lead " + i + ",lead" + i + "@example.com\r\n")
                        .collect(Collectors.joining()));

        assertThat(leads.summary()).isEqualTo("COMPLETED 2500 = 2500 + 0 + 0");
        assertThat(workspace
                        .data("{ leads { totalCount } }")
                        .path("leads")
                        .path("totalCount")
                        .asInt())
                .isEqualTo(2_500);
    }

    @Test
    void tellsDuplicatesByEachKeyAndMakesNoLeadOfThem() {
        String before = workspace
                .lead("createLead", Map.of("name", "Ada", "email", "ADA@example.com"))
                .path("id")
                .asString();
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL", "PHONE", "EXTERNAL_REFERENCE");

        leads.put("""
                NAME,EMAIL,PHONE,EXTERNAL_REFERENCE
                Ada,ada@EXAMPLE.com,,
                Grace,grace@example.com,+4930901820,1
                Grace Hopper,,+49 30 901820,2
                G. Hopper,,,1
                Annie,annie@example.com,+4930901821,2
                """);

        assertThat(leads.summary()).isEqualTo("COMPLETED 5 = 2 + 3 + 0");
        assertThat(leads.report()).containsExactly("2 - - DUPLICATE", "4 - - DUPLICATE", "5 - - DUPLICATE");
        List<String> duplicateOf =
                leads
                        .state("report { nodes { duplicateOf { id name } } }")
                        .path("report")
                        .path("nodes")
                        .values()
                        .stream()
                        .map(entry -> entry.path("duplicateOf").path("id").asString()
                                + entry.path("duplicateOf").path("name").asString())
                        .toList();
        assertThat(duplicateOf.getFirst()).isEqualTo(before + "Ada");
        assertThat(duplicateOf.get(1)).endsWith("Grace").isEqualTo(duplicateOf.get(2));
    }

    @Test
    void makesOneLeadOfWhatASourceNamesTwiceWhateverElseCountsAsADuplicate() {
        Map<String, Object> mapping = TestImport.mapping("NAME", "EXTERNAL_REFERENCE", "SOURCE");
        mapping.put("duplicatesBy", List.of("EMAIL"));
        String file = """
                NAME,EXTERNAL_REFERENCE,SOURCE
                Ada,1,API
                Grace,1,PARTNER
                Ada,1,API
                """;
        TestImport leads = TestImport.start(workspace, mapping);
        TestImport again = TestImport.start(workspace, mapping);

        leads.put(file);
        again.put(file);

        assertThat(leads.summary()).isEqualTo("COMPLETED 3 = 2 + 1 + 0");
        assertThat(leads.report()).containsExactly("4 - - DUPLICATE");
        assertThat(again.summary()).isEqualTo("COMPLETED 3 = 0 + 3 + 0");
    }

    @Test
    void aLeadThatComesInMeanwhileIsADuplicateAndNoFailure() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EXTERNAL_REFERENCE");
        Actor somebody = new Actor(workspace.user(), workspace.id(), Set.of(), Set.of(), Instant.MAX);

        List<PreparedLead> meanwhile = addLeads.prepare(somebody, List.of(ADA));

        // The import has looked for duplicates, and waits at the unique index for what becomes of this one.
        HttpResponse<String> answer = database.write(somebody, transaction -> {
                    addLeads.execute(transaction, somebody, meanwhile);
                    var uploaded =
                            CompletableFuture.supplyAsync(() -> leads.put("NAME,EXTERNAL_REFERENCE\nAda,1\nGrace,2\n"));
                    await().until(() -> holdsSomebodyUp(transaction));
                    return uploaded;
                })
                .join();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(leads.summary()).isEqualTo("COMPLETED 2 = 1 + 1 + 0");
        assertThat(leads.report()).containsExactly("2 - - DUPLICATE");
        assertThat(leads.state("report { nodes { duplicateOf { id } } }")
                        .at("/report/nodes/0/duplicateOf/id")
                        .asString())
                .isEqualTo(meanwhile.getFirst().id().toString());
    }

    private static boolean holdsSomebodyUp(DSLContext transaction) {
        return transaction
                .fetchSingle(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .get(0, Boolean.class);
    }

    @Test
    void addsNothingWhenTheSameFileComesAgainAndSaysSo() {
        String file = "NAME,EMAIL\nAda,ada@example.com\nGrace,grace@example.com\n";
        TestImport.ofFields(workspace, "NAME", "EMAIL").put(file);
        TestImport again = TestImport.ofFields(workspace, "NAME", "EMAIL");

        again.put(file);

        assertThat(again.summary()).isEqualTo("COMPLETED 2 = 0 + 2 + 0");
    }

    @Test
    void tellsEverythingThatIsWrongWithALine() {
        TestImport leads = TestImport.ofFields(
                workspace, "NAME", "EMAIL", "PHONE", "STATUS", "SCORE", "TAGS", "OWNER_ID", "COMPANY");

        leads.put("NAME,EMAIL,PHONE,STATUS,SCORE,TAGS,OWNER_ID,COMPANY\n"
                + "Ada,ada,030 1,SOLD,many," + "t".repeat(51) + ",bob," + "c".repeat(201) + "\n"
                + "=cmd|' /C calc'!A0,ada@example.com,,,101,,,\n"
                + ",,,NEW,,,,\n"
                + "Bea,,,LOST,,,,\n"
                + "Cleo,cleo@example.com\n"
                + "Dora,dora@example.com,,,,,,\n");

        assertThat(leads.summary()).isEqualTo("COMPLETED 6 = 1 + 0 + 5");
        assertThat(leads.report())
                .containsExactly(
                        "2 EMAIL ada INVALID_VALUE",
                        "2 PHONE 030 1 INVALID_VALUE",
                        "2 STATUS SOLD UNKNOWN_VALUE",
                        "2 SCORE many INVALID_VALUE",
                        "2 TAGS " + "t".repeat(51) + " INVALID_VALUE",
                        "2 OWNER_ID bob INVALID_VALUE",
                        "2 COMPANY " + "c".repeat(200) + " INVALID_VALUE",
                        "3 NAME =cmd|' /C calc'!A0 FORMULA",
                        "3 SCORE 101 INVALID_VALUE",
                        "4 - - NOTHING_TO_IDENTIFY",
                        "5 - - MISSING_VALUE",
                        "6 - - WRONG_NUMBER_OF_VALUES");
    }

    @Test
    void refusesAMappingBeforeTheFileIsSent() {
        Map<String, Object> mapping = new HashMap<>(Map.of(
                "delimiter", "::",
                "phoneRegion", "Germany",
                "fields",
                        List.of(
                                Map.of("field", "SOURCE", "constant", "Fax"),
                                Map.of("field", "SOURCE", "column", "a", "constant", "API"),
                                Map.of("field", "FIELD", "column", "b"),
                                Map.of("field", "SCORE", "column", "c", "separator", ";"))));

        JsonNode errors = workspace
                .payload("startLeadImport", "upload { url }", Map.of("fileName", " ", "mapping", mapping))
                .path("userErrors");

        assertThat(errors.values().stream()
                        .map(error -> error.path("field").values().stream()
                                .skip(1)
                                .map(JsonNode::asString)
                                .collect(Collectors.joining("."))))
                .containsExactlyInAnyOrder(
                        "fileName",
                        "mapping.fields",
                        "mapping.fields.0.constant",
                        "mapping.fields.1.field",
                        "mapping.fields.1",
                        "mapping.fields.2.key",
                        "mapping.fields.3.separator",
                        "mapping.delimiter",
                        "mapping.phoneRegion");
    }

    @Test
    void tellsTheProgressLive() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        try (var live = workspace
                .caller()
                .subscribe(
                        "subscription($id: ID!) { leadImportProgressed(importId: $id) { status linesRead created version"
                                + " cursor leadImport { id fileName mapping { fields { field } } report { totalCount } } } }",
                        Map.of("id", leads.id()))) {

            leads.put("NAME\nAda\n");

            assertThat(live.next().at("/data/leadImportProgressed/status").asString())
                    .isEqualTo("RUNNING");
            assertThat(live.next().at("/data/leadImportProgressed/linesRead").asInt())
                    .isEqualTo(1);
            JsonNode end = live.next().at("/data/leadImportProgressed");
            assertThat(end.path("status").asString()).isEqualTo("COMPLETED");
            assertThat(end.at("/leadImport/fileName").asString()).isEqualTo("leads.csv");
        }
    }

    @Test
    void tellsALiveFailureInWordsThatTheLogDoesNotHold() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");
        try (var live = workspace
                .caller()
                .subscribe(
                        "subscription($id: ID!) { leadImportProgressed(importId: $id) { status failure { code message } } }",
                        Map.of("id", leads.id()))) {

            leads.put("Ada Lovelace\n");

            assertThat(live.next().at("/data/leadImportProgressed/failure").isNull())
                    .isTrue();
            JsonNode failure = live.next().at("/data/leadImportProgressed/failure");
            assertThat(failure.path("code").asString()).isEqualTo("NO_HEADER");
            assertThat(failure.path("message").asString()).contains("Ada Lovelace");
        }
        assertThat(EventRows.of(worker, workspace.id()).text())
                .contains("NO_HEADER")
                .doesNotContain("Ada Lovelace", "leads.csv");
    }
}
