package io.missionbrief.offers;

import static io.missionbrief.offers.Seller.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.EntityTester;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class OffersTenancyTest {

    private static final List<String> TABLES = List.of("quote", "quote_revision", "quote_line", "offer");

    @LocalServerPort
    int port;

    private Seller owner;
    private Seller stranger;
    private JsonNode quote;
    private JsonNode offer;

    @BeforeEach
    void makeAnOffer() {
        owner = Seller.at(port);
        stranger = Seller.at(port);
        quote = owner.quote(Peers.shared().sell("1.00", "2.00", "EUR"));
        offer = owner.offer(quote, Map.of());
    }

    @Test
    void noTableOpensToAnotherWorkspace() {
        TenancyMatrix.of("offers").run().assertHolds();
    }

    @Test
    void aTableWithoutItsPolicyIsNoticed() {
        TenancyMatrix unguarded = TenancyMatrix.of("offers");
        TABLES.forEach(table ->
                unguarded.after("alter policy own_workspace on offers." + table + " using (true) with check (true)"));

        List<String> violations = unguarded.run().violations();

        assertThat(TABLES)
                .allSatisfy(table ->
                        assertThat(violations).anyMatch(violation -> violation.matches(".*\\b" + table + "\\b.*")));
    }

    @Test
    void listsShowNothingOfAnotherWorkspace() {
        JsonNode data = stranger.execute("{ quotes { totalCount nodes { id } } offers { totalCount nodes { id } } }")
                .path("data");

        assertThat(data.at("/quotes/totalCount").asInt(-1)).isZero();
        assertThat(data.at("/offers/totalCount").asInt(-1)).isZero();
        assertThat(owner.execute("{ offers { totalCount } }")
                        .at("/data/offers/totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void idsOfAnotherWorkspaceAreUnknown() {
        JsonNode answer = stranger.execute(
                "query($quote: ID!, $offer: ID!) { quote(id: $quote) { id } offer(id: $offer) { id } }",
                Map.of("quote", id(quote), "offer", id(offer)));

        assertThat(answer.path("errors").isMissingNode()).isTrue();
        assertThat(answer.at("/data/quote").isNull()).isTrue();
        assertThat(answer.at("/data/offer").isNull()).isTrue();
    }

    @Test
    void entitiesOfAnotherWorkspaceAreNullInTheirPlace() {
        JsonNode otherQuote = owner.quote(Peers.shared().sell("1.00", "2.00", "EUR"));
        JsonNode otherOffer = owner.offer(otherQuote, Map.of());
        JsonNode foreignQuote = stranger.quote(Peers.shared().sell("1.00", "2.00", "EUR"));
        JsonNode foreignOffer = stranger.offer(foreignQuote, Map.of());

        EntityTester.of(owner.caller(), "Quote")
                .assertAnsweredInPlace(List.of(id(quote), id(otherQuote)), List.of(id(foreignQuote)));
        EntityTester.of(owner.caller(), "Offer")
                .assertAnsweredInPlace(List.of(id(offer), id(otherOffer)), List.of(id(foreignOffer)));
        EntityTester.of(stranger.caller(), "Offer").assertHidden(List.of(id(offer), id(otherOffer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendOffer", "markOfferViewed", "acceptOffer", "declineOffer", "withdrawOffer"})
    void stepsOfAnotherWorkspaceFindNothing(String field) {
        assertThat(codes(stranger.move(field, offer, 1))).containsExactly("NOT_FOUND");
    }

    @Test
    void aQuoteOfAnotherWorkspaceMakesNoOffer() {
        JsonNode payload = stranger.mutate("createOffer", "offer { id }", Map.of("quoteId", id(quote)));

        assertThat(codes(payload)).containsExactly("NOT_FOUND");
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }
}
