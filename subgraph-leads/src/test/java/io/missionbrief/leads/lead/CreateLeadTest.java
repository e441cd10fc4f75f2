package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class CreateLeadTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @Test
    void makesANewLeadWithAReferenceToReadOut() {
        JsonNode lead = workspace.newLead("  Ada Lovelace ");

        assertThat(lead.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(lead.path("status").asString()).isEqualTo("NEW");
        assertThat(lead.path("version").asInt()).isEqualTo(1);
        assertThat(Reference.parse(lead.path("reference").asString())).isPresent();
        assertThat(lead.path("owner").isNull()).isTrue();
    }

    @Test
    void keepsEverythingThatIsKnown() {
        String owner = UUID.randomUUID().toString();
        JsonNode lead = workspace
                .payload(
                        "createLead",
                        "lead { email phone company source sourceDetail externalReference owner { id } tags score fields raw "
                                + "consent { status at source } }",
                        Map.ofEntries(
                                Map.entry("name", "Ada"),
                                Map.entry("email", "Ada@Example.com"),
                                Map.entry("phone", "+49 (30) 901820"),
                                Map.entry("company", "Analytical Engines"),
                                Map.entry("source", "PARTNER"),
                                Map.entry("sourceDetail", "Babbage"),
                                Map.entry("externalReference", "B-1"),
                                Map.entry("ownerId", owner),
                                Map.entry("tags", List.of("VIP", "london", "vip ")),
                                Map.entry("score", 90),
                                Map.entry("fields", Map.of("budget", 12.5, "size", List.of(1, 2))),
                                Map.entry("raw", Map.of("form", Map.of("page", "/contact"))),
                                Map.entry(
                                        "consent",
                                        Map.of(
                                                "status",
                                                "GIVEN",
                                                "at",
                                                "2026-05-01T09:30:00+02:00",
                                                "source",
                                                "form"))))
                .path("lead");

        assertThat(lead.path("email").asString()).isEqualTo("Ada@Example.com");
        assertThat(lead.path("phone").asString()).isEqualTo("+4930901820");
        assertThat(lead.path("company").asString()).isEqualTo("Analytical Engines");
        assertThat(lead.path("source").asString()).isEqualTo("PARTNER");
        assertThat(lead.path("sourceDetail").asString()).isEqualTo("Babbage");
        assertThat(lead.path("externalReference").asString()).isEqualTo("B-1");
        assertThat(lead.path("owner").path("id").asString()).isEqualTo(owner);
        assertThat(lead.path("tags").values().stream().map(JsonNode::asString)).containsExactly("london", "vip");
        assertThat(lead.path("score").asInt()).isEqualTo(90);
        assertThat(lead.path("fields").path("budget").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(lead.path("fields").path("size").get(1).asInt()).isEqualTo(2);
        assertThat(lead.path("raw").path("form").path("page").asString()).isEqualTo("/contact");
        assertThat(lead.path("consent").path("status").asString()).isEqualTo("GIVEN");
        assertThat(lead.path("consent").path("at").asString()).isEqualTo("2026-05-01T07:30:00Z");
    }

    @Test
    void saysThatNothingIsKnownByNullAndEmptyValues() {
        JsonNode lead = workspace
                .payload(
                        "createLead",
                        "lead { email phone company source tags score fields raw consent { status at } duplicates { id } }",
                        Map.of("name", "Ada"))
                .path("lead");

        assertThat(lead.path("email").isNull()).isTrue();
        assertThat(lead.path("phone").isNull()).isTrue();
        assertThat(lead.path("company").isNull()).isTrue();
        assertThat(lead.path("source").asString()).isEqualTo("MANUAL");
        assertThat(lead.path("tags").isEmpty()).isTrue();
        assertThat(lead.path("fields").isObject()).isTrue();
        assertThat(lead.path("raw").isNull()).isTrue();
        assertThat(lead.path("consent").path("status").asString()).isEqualTo("UNKNOWN");
        assertThat(lead.path("consent").path("at").isNull()).isTrue();
        assertThat(lead.path("duplicates").isEmpty()).isTrue();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        JsonNode errors = workspace
                .payload(
                        "createLead",
                        "lead { id }",
                        Map.of(
                                "name", "n".repeat(201),
                                "company", "c".repeat(201),
                                "score", 101,
                                "fields", List.of(1),
                                "tags", List.of("good", "t".repeat(51)),
                                "consent", Map.of("status", "UNKNOWN", "at", "2026-05-01T09:30:00Z")))
                .path("userErrors");

        assertThat(errors.values().stream()
                        .map(error -> error.path("code").asString() + " "
                                + error.path("field").toString()))
                .containsExactlyInAnyOrder(
                        "INVALID_VALUE [\"input\",\"name\"]",
                        "INVALID_VALUE [\"input\",\"company\"]",
                        "INVALID_VALUE [\"input\",\"score\"]",
                        "INVALID_VALUE [\"input\",\"fields\"]",
                        "INVALID_VALUE [\"input\",\"tags\",\"1\"]",
                        "INVALID_VALUE [\"input\",\"consent\",\"at\"]");
        assertThat(workspace
                        .data("{ leads { totalCount } }")
                        .path("leads")
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "email, ada, email address",
        "email, ada@, email address",
        "email, ada@example..com, email address",
        "phone, 030 901820, telephone number",
        "phone, +49, telephone number",
        "phone, abc, telephone number",
        "ownerId, 1; drop table lead, ownerId",
    })
    void refusesWhatItCannotRead(String field, String value, String named) {
        JsonNode error = workspace.error("createLead", Map.of("name", "Ada", field, value));

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asString()).contains(named);
        assertThat(error.toString()).doesNotContain("Exception", "java", "jooq");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Ada",
        "email, ada@example.com",
        "phone, +4930901820",
        "company, Analytical Engines",
        "externalReference, B-1",
    })
    void needsOneThingByWhichToFindTheLeadAgain(String field, String value) {
        JsonNode lead = workspace.lead("createLead", Map.of(field, value));

        assertThat(lead.path("name").isNull()).isEqualTo(!field.equals("name"));
    }

    @Test
    void refusesALeadOfWhichNothingIsKnown() {
        JsonNode refusal = workspace.refusal("createLead", Map.of("name", "  ", "company", "", "score", 50));

        assertThat(refusal.path("code").asString()).isEqualTo("REQUIRED");
        assertThat(refusal.path("field").toString()).isEqualTo("[\"input\",\"name\"]");
        assertThat(refusal.path("message").asString()).contains("email", "phone", "company", "externalReference");
    }

    @Test
    void refusesJsonThatIsTooLarge() {
        JsonNode raw = workspace.refusal("createLead", Map.of("name", "Ada", "raw", "r".repeat(65 * 1024)));
        JsonNode fields =
                workspace.refusal("createLead", Map.of("name", "Ada", "fields", Map.of("a", "r".repeat(17 * 1024))));

        assertThat(raw.path("field").toString()).isEqualTo("[\"input\",\"raw\"]");
        assertThat(raw.path("message").asString()).contains("64 KiB");
        assertThat(fields.path("field").toString()).isEqualTo("[\"input\",\"fields\"]");
    }

    @Test
    void refusesTextsThatCannotBeKept() {
        JsonNode name = workspace.error("createLead", Map.of("name", "A\0da"));
        JsonNode fields = workspace.error("createLead", Map.of("name", "Ada", "fields", Map.of("a", "\0")));

        assertThat(name.path("extensions").path("field").asString()).isEqualTo("input.name");
        assertThat(fields.path("extensions").path("field").asString()).isEqualTo("input.fields.a");
    }

    @Test
    void refusesMoreThanFiftyTags() {
        List<String> tags = IntStream.range(0, 51).mapToObj(i -> "tag" + i).toList();

        assertThat(workspace
                        .refusal("createLead", Map.of("name", "Ada", "tags", tags))
                        .path("field")
                        .toString())
                .isEqualTo("[\"input\",\"tags\"]");
    }

    @Test
    void makesOneLeadForEachExternalReferenceOfASource() {
        Map<String, Object> input =
                Map.of("name", "Ada", "source", "PARTNER", "sourceDetail", "Babbage", "externalReference", "B-1");
        workspace.lead("createLead", input);

        assertThat(workspace.refusal("createLead", input).path("code").asString())
                .isEqualTo("ALREADY_EXISTS");
        workspace.lead(
                "createLead",
                Map.of("name", "Ada", "source", "PARTNER", "sourceDetail", "Lovelace", "externalReference", "B-1"));
        workspace.lead("createLead", Map.of("name", "Ada", "source", "PARTNER", "externalReference", "B-1"));
        assertThat(workspace
                        .refusal("createLead", Map.of("name", "Ada", "source", "PARTNER", "externalReference", "B-1"))
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_EXISTS");
        TestWorkspace.at(port).lead("createLead", input);
    }

    @Test
    void actsOnceForAnIdempotencyKey() {
        Map<String, Object> input = Map.of("name", "Ada", "idempotencyKey", "once");

        JsonNode first = workspace.lead("createLead", input);
        JsonNode second = workspace.lead("createLead", input);

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(workspace
                        .refusal("createLead", Map.of("name", "Grace", "idempotencyKey", "once"))
                        .path("code")
                        .asString())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(workspace
                        .data("{ leads { totalCount } }")
                        .path("leads")
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void givesManyLeadsManyReferences() {
        List<String> references = Collections.nCopies(20, "Ada").stream()
                .map(name -> workspace.newLead(name).path("reference").asString())
                .toList();

        assertThat(references).doesNotHaveDuplicates();
    }
}
