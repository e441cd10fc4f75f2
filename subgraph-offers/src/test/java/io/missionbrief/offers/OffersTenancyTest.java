package io.missionbrief.offers;

import static io.missionbrief.offers.Seller.codes;
import static org.assertj.core.api.Assertions.assertThat;

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

    private static final String ENTITIES =
            "query($keys: [_Any!]!) { _entities(representations: $keys) { __typename ... on Quote { reference } ... on Offer { reference } } }";

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
        quote = owner.quote(Neighbours.shared().sell("1.00", "2.00", "EUR"));
        offer = owner.offer(quote, Map.of());
    }

    @Test
    void noTableOpensToAnotherWorkspace() {
        TenancyMatrix.of("offers").run().assertHolds();
    }

    @Test
    void theMatrixNoticesAMissingPolicy() {
        assertThat(TenancyMatrix.of("offers")
                        .after("drop policy own_workspace on offers.offer")
                        .after(
                                "create policy open on offers.offer for all to offers_app using (true) with check (true)")
                        .run()
                        .violations())
                .isNotEmpty();
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
        List<Map<String, String>> keys = List.of(
                Map.of("__typename", "Offer", "id", id(offer)),
                Map.of("__typename", "Quote", "id", id(quote)),
                Map.of("__typename", "Offer", "id", "not-an-id"));

        JsonNode seen = owner.execute(ENTITIES, Map.of("keys", keys)).at("/data/_entities");
        JsonNode hidden = stranger.execute(ENTITIES, Map.of("keys", keys)).at("/data/_entities");

        assertThat(seen.valueStream().map(entity -> entity.path("__typename").asString("")))
                .containsExactly("Offer", "Quote", "");
        assertThat(hidden.valueStream()).hasSize(3).allMatch(JsonNode::isNull);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendOffer", "viewOffer", "acceptOffer", "declineOffer", "withdrawOffer"})
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
