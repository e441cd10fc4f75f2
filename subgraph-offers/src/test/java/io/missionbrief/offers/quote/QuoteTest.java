package io.missionbrief.offers.quote;

import static io.missionbrief.offers.Seller.codes;
import static io.missionbrief.offers.Seller.errorCode;
import static io.missionbrief.offers.Seller.line;
import static io.missionbrief.offers.Seller.message;
import static io.missionbrief.offers.Seller.quoteInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.offers.Peers;
import io.missionbrief.offers.Seller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class QuoteTest {

    private static final String COUNT = "{ quotes(first: 1) { totalCount } }";

    private final Peers peers = Peers.shared();

    @LocalServerPort
    int port;

    private Seller seller;

    @BeforeEach
    void enterAWorkspace() {
        seller = Seller.at(port);
    }

    @Test
    void isPricedFromPlanVersionsWithAnExplanation() {
        Peers.Version version = peers.sell("49.00", "39.90", "EUR");
        Map<String, Object> line = new HashMap<>(line(version, 2));
        line.put("discountPercent", "5");
        line.put("taxPercent", "19");

        JsonNode quote = seller.mutate("createQuote", """
                        quote { reference version currentRevision { number currency approval
                          totals { setupNet { amount } setupTotal { amount } recurringTotal { amount currency } }
                          lines { quantity discountPercent explanation { description amount { amount } } plan { id } } } }
                        """, quoteInput(peers.lead(), line))
                .path("quote");

        JsonNode revision = quote.path("currentRevision");
        assertThat(quote.path("version").asInt()).isEqualTo(1);
        assertThat(revision.path("number").asInt()).isEqualTo(1);
        assertThat(revision.path("approval").asString()).isEqualTo("NOT_REQUIRED");
        assertThat(revision.at("/totals/setupNet/amount").asString()).isEqualTo("46.55");
        assertThat(revision.at("/totals/setupTotal/amount").asString()).isEqualTo("55.39");
        assertThat(revision.at("/totals/recurringTotal/amount").asString()).isEqualTo("90.21");
        assertThat(revision.at("/lines/0/plan/id").asString())
                .isEqualTo(version.planId().toString());
        assertThat(revision.at("/lines/0/explanation")
                        .valueStream()
                        .map(step -> step.path("description").asString()))
                .contains("Recurring list price", "Recurring discount of 5 %", "Recurring tax of 19 %");
    }

    @Test
    void isRefusedOnARetiredVersion() {
        Peers.Version version = peers.sell("0.00", "10.00", "EUR");
        peers.withdraw(version, "RETIRED");

        JsonNode payload = create(peers.lead(), line(version, 1));

        assertThat(codes(payload)).containsExactly("RETIRED");
        assertThat(message(payload)).contains("current version");
        assertNothingIsWritten();
    }

    @Test
    void tellsOfEveryLineThatCannotBeSold() {
        Peers.Version retired = peers.sell("0.00", "10.00", "EUR");
        Peers.Version notYet = peers.sell("0.00", "10.00", "EUR");
        peers.withdraw(retired, "RETIRED");
        peers.withdraw(notYet, "OUTSIDE_ACTIVE_DATES");
        Map<String, ?> unknown = Map.of("planVersionId", UUID.randomUUID().toString(), "quantity", 1);

        JsonNode payload = create(peers.lead(), line(retired, 1), line(notYet, 1), unknown);

        assertThat(codes(payload)).containsExactly("RETIRED", "NOT_ACTIVE", "NOT_FOUND");
        assertThat(payload.at("/userErrors/2/field").valueStream().map(JsonNode::asString))
                .containsExactly("input", "lines", "2", "planVersionId");
    }

    @Test
    void hasOneCurrency() {
        JsonNode payload = create(
                peers.lead(), line(peers.sell("0.00", "10.00", "EUR"), 1), line(peers.sell("0.00", "10.00", "USD"), 1));

        assertThat(codes(payload)).containsExactly("INVALID_VALUE");
        assertThat(message(payload)).contains("USD", "EUR");
    }

    @Test
    void isRefusedWhenItsLinesComeToMoreThanCanBeCounted() {
        Map<String, Object> dearest = line(peers.sell("0.00", "10000000000.00", "EUR"), 1_000_000);

        JsonNode payload = create(peers.lead(), Collections.nCopies(10, dearest).toArray(Map[]::new));

        assertThat(codes(payload)).containsExactly("INVALID_VALUE");
        assertThat(payload.at("/userErrors/0/field/1").asString()).isEqualTo("lines");
        assertThat(message(payload)).contains("10000000000000000.00 EUR", "several quotes");
        assertNothingIsWritten();
    }

    @ParameterizedTest
    @CsvSource({"quantity, 0", "quantity, 1000001", "discountPercent, -1", "discountPercent, 100.5", "taxPercent, 0.001"
    })
    void refusesLinesOutOfRangeAndNamesTheField(String field, String value) {
        Map<String, Object> line = new HashMap<>(line(peers.sell("0.00", "10.00", "EUR"), 1));
        line.put(field, field.equals("quantity") ? Integer.valueOf(value) : value);

        JsonNode payload = create(peers.lead(), line);

        assertThat(codes(payload)).containsExactly("INVALID_VALUE");
        assertThat(payload.at("/userErrors/0/field/3").asString()).isEqualTo(field);
        assertNothingIsWritten();
    }

    @Test
    void tellsAllThatIsWrongWithTheInputAtOnce() {
        Map<String, Object> line = new HashMap<>(line(peers.sell("0.00", "10.00", "EUR"), 0));
        line.put("taxPercent", "0.001");
        Map<String, Object> input = new HashMap<>(quoteInput(UUID.randomUUID(), line));
        input.put("note", "x".repeat(4_001));
        input.put("validUntil", "2020-01-01T00:00:00Z");

        JsonNode payload = seller.mutate("createQuote", "quote { id }", input);

        assertThat(codes(payload)).containsOnly("INVALID_VALUE");
        assertThat(payload.path("userErrors")
                        .valueStream()
                        .map(error -> error.path("field")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .containsExactly(
                        List.of("input", "note"),
                        List.of("input", "validUntil"),
                        List.of("input", "lines", "0", "quantity"),
                        List.of("input", "lines", "0", "taxPercent"));
    }

    @Test
    void countsTheCharactersOfANoteAsPeopleDo() {
        assertThat(note("\uD83D\uDE80".repeat(4_000))).isEqualTo("\uD83D\uDE80".repeat(4_000));
    }

    @Test
    void keepsANoteWithoutSpacesAroundIt() {
        assertThat(note(" as discussed\n")).isEqualTo("as discussed");
        assertThat(note(" \n")).isEmpty();
    }

    @Test
    void needsALeadThatIsThere() {
        JsonNode payload = create(UUID.randomUUID(), line(peers.sell("0.00", "10.00", "EUR"), 1));

        assertThat(codes(payload)).containsExactly("NOT_FOUND");
        assertThat(payload.at("/userErrors/0/field/1").asString()).isEqualTo("leadId");
    }

    @Test
    void needsAnApplicationOfThatLead() {
        Map<String, Object> input =
                new HashMap<>(quoteInput(peers.lead(), line(peers.sell("0.00", "10.00", "EUR"), 1)));
        input.put("applicationId", peers.application(peers.lead()).toString());

        assertThat(codes(seller.mutate("createQuote", "quote { id }", input))).containsExactly("NOT_FOUND");
    }

    @Test
    void isNotWrittenWhilePlansDoesNotAnswer() {
        Peers.Version version = peers.sell("0.00", "10.00", "EUR");
        peers.fail(version);

        JsonNode answer = seller.execute(
                "mutation($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id } } }",
                Map.of("input", quoteInput(peers.lead(), line(version, 1))));

        assertThat(errorCode(answer)).isEqualTo("SERVICE_UNAVAILABLE");
        assertNothingIsWritten();
    }

    @Test
    void answersAMalformedIdWithTheFieldsName() {
        JsonNode answer = seller.execute(
                "mutation($input: CreateQuoteInput!) { createQuote(input: $input) { quote { id } } }",
                Map.of("input", Map.of("leadId", "7", "lines", List.of())));

        assertThat(errorCode(answer)).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).contains("input.leadId");
    }

    @Test
    void keepsFormerRevisionsAsTheyWere() {
        JsonNode quote = seller.quote(peers.sell("0.00", "10.00", "EUR"));

        JsonNode revised = revise(quote, 1, peers.sell("0.00", "30.00", "EUR"));

        assertThat(revised.path("userErrors").isEmpty()).isTrue();
        assertThat(revised.at("/quote/version").asInt()).isEqualTo(2);
        assertThat(revised.at("/quote/revisions/nodes")
                        .valueStream()
                        .map(revision ->
                                revision.at("/totals/recurringNet/amount").asString()))
                .containsExactly("30.00", "10.00");
    }

    @Test
    void isNotOverwrittenByAWriterWhoHasNotSeenTheLastChange() {
        JsonNode quote = seller.quote(peers.sell("0.00", "10.00", "EUR"));
        revise(quote, 1, peers.sell("0.00", "20.00", "EUR"));

        JsonNode late = revise(quote, 1, peers.sell("0.00", "30.00", "EUR"));

        assertThat(codes(late)).containsExactly("STALE_VERSION");
        assertThat(message(late)).contains("2");
    }

    @Test
    void isMadeOnceByARetry() {
        Map<String, Object> input =
                new HashMap<>(quoteInput(peers.lead(), line(peers.sell("0.00", "10.00", "EUR"), 1)));
        input.put("idempotencyKey", "retry");

        JsonNode first = seller.mutate("createQuote", "quote { id }", input);
        JsonNode second = seller.mutate("createQuote", "quote { id }", input);

        assertThat(second.at("/quote/id")).isEqualTo(first.at("/quote/id"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void needsApprovalAboveTheLimitOfDiscounts() {
        Map<String, Object> line = new HashMap<>(line(peers.sell("0.00", "10.00", "EUR"), 1));
        line.put("discountPercent", "10.01");
        JsonNode quote = seller.mutate("createQuote", "quote { id version }", quoteInput(peers.lead(), line))
                .path("quote");
        Map<String, ?> approval = Map.of("quoteId", quote.path("id").asString(), "expectedVersion", 1);

        JsonNode early = seller.mutate(
                "createOffer",
                "offer { id }",
                Map.of("quoteId", quote.path("id").asString()));
        JsonNode approved = seller.with("offers:approve", "quotes:read")
                .mutate("approveQuote", "quote { version currentRevision { approval approvedAt } }", approval);
        JsonNode offer = seller.mutate(
                "createOffer",
                "offer { id }",
                Map.of("quoteId", quote.path("id").asString()));

        assertThat(codes(early)).containsExactly("APPROVAL_REQUIRED");
        assertThat(approved.at("/quote/currentRevision/approval").asString()).isEqualTo("APPROVED");
        assertThat(codes(offer)).isEmpty();
    }

    /** The note of a new quote as it is kept; empty when there is none. */
    private String note(String note) {
        Map<String, Object> input =
                new HashMap<>(quoteInput(peers.lead(), line(peers.sell("0.00", "10.00", "EUR"), 1)));
        input.put("note", note);
        JsonNode payload = seller.mutate("createQuote", "quote { currentRevision { note } }", input);
        assertThat(codes(payload)).isEmpty();
        return payload.at("/quote/currentRevision/note").asString("");
    }

    private JsonNode create(UUID leadId, Map<?, ?>... lines) {
        return seller.mutate("createQuote", "quote { id }", quoteInput(leadId, lines));
    }

    private JsonNode revise(JsonNode quote, int expectedVersion, Peers.Version version) {
        return seller.mutate(
                "reviseQuote",
                "quote { version revisions { nodes { number totals { recurringNet { amount } } } } }",
                Map.of(
                        "quoteId",
                        quote.path("id").asString(),
                        "expectedVersion",
                        expectedVersion,
                        "lines",
                        List.of(line(version, 1))));
    }

    private int count() {
        return seller.execute(COUNT).at("/data/quotes/totalCount").asInt(-1);
    }

    private void assertNothingIsWritten() {
        assertThat(count()).isZero();
    }
}
