package io.missionbrief.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a nested query costs in statements, whatever the size of its pages. */
@SubgraphTest("offers")
class NestedQueryTest {

    private static final String BELOW_LEADS = """
            query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Lead {
              quotes(first: 5) { nodes { currentRevision { lines { plan { id } } } } }
              offers(first: 5) { nodes { lines { plan { id } } quote { reference } } } } } }
            """;

    private static final String BELOW_QUOTES = """
            query($first: Int) { quotes(first: $first) { nodes { id
              currentRevision { number lines { plan { id } } }
              revisions(first: 2) { totalCount pageInfo { hasNextPage } nodes { number lines { quantity } } }
              offers(first: 3) { totalCount pageInfo { hasNextPage } nodes { quote { id } } } } } }
            """;

    @LocalServerPort
    int port;

    @Autowired
    StatementCounter statements;

    private Seller seller;

    @BeforeEach
    void enterAWorkspace() {
        seller = Seller.at(port);
    }

    @Test
    void needsAsManyStatementsForTenLeadsAsForOne() {
        List<UUID> leads =
                IntStream.range(0, 10).mapToObj(_ -> Peers.shared().lead()).toList();
        leads.forEach(seller::offer);

        int forOne = statementsOf(BELOW_LEADS, keys(leads.subList(0, 1)));
        int forTen = statementsOf(BELOW_LEADS, keys(leads));

        assertThat(forTen).isEqualTo(forOne);
        assertThat(seller.execute(BELOW_LEADS, keys(leads))
                        .at("/data/_entities")
                        .valueStream())
                .hasSize(10)
                .allSatisfy(lead -> assertThat(
                                lead.at("/offers/nodes/0/lines/0/plan/id").isString())
                        .isTrue());
    }

    @Test
    void needsAsManyStatementsForThreeQuotesAsForOne() {
        IntStream.range(0, 3).forEach(_ -> quoteWithThreeRevisionsAndFourOffers());

        int forOne = statementsOf(BELOW_QUOTES, Map.of("first", 1));
        int forThree = statementsOf(BELOW_QUOTES, Map.of("first", 3));

        // The quotes, the revisions in force and all revisions with their lines, the offers and their quotes, two
        // counts.
        assertThat(forOne).isEqualTo(8);
        assertThat(forThree).isEqualTo(8);
    }

    @Test
    void givesEachQuoteItsOwnPages() {
        List<String> quotes = IntStream.range(0, 3)
                .mapToObj(_ -> quoteWithThreeRevisionsAndFourOffers())
                .toList();

        JsonNode answer = seller.execute(BELOW_QUOTES, Map.of("first", 3)).at("/data/quotes/nodes");

        assertThat(answer.valueStream().map(quote -> quote.path("id").asString()))
                .containsExactlyElementsOf(quotes.reversed());
        assertThat(answer.valueStream()).allSatisfy(quote -> {
            assertThat(quote.at("/currentRevision/number").asInt()).isEqualTo(3);
            assertThat(quote.at("/currentRevision/lines").size()).isEqualTo(1);
            assertThat(numbers(quote)).containsExactly(3, 2);
            assertThat(quote.at("/revisions/totalCount").asInt()).isEqualTo(3);
            assertThat(quote.at("/offers/totalCount").asInt()).isEqualTo(4);
            assertThat(quote.at("/offers/pageInfo/hasNextPage").asBoolean()).isTrue();
            assertThat(quote.at("/offers/nodes").valueStream())
                    .hasSize(3)
                    .allMatch(offer -> offer.at("/quote/id").equals(quote.path("id")));
        });
    }

    @Test
    void walksThroughTheOffersOfAQuote() {
        String quote = quoteWithThreeRevisionsAndFourOffers();
        String offers = "query($id: ID!, $after: Cursor) { quote(id: $id) { offers(first: 3, after: $after) {"
                + " nodes { id } pageInfo { endCursor hasNextPage } } } }";

        JsonNode first = seller.execute(offers, Map.of("id", quote)).at("/data/quote/offers");
        JsonNode second = seller.execute(
                        offers,
                        Map.of(
                                "id",
                                quote,
                                "after",
                                first.at("/pageInfo/endCursor").asString()))
                .at("/data/quote/offers");

        assertThat(first.path("nodes").size()).isEqualTo(3);
        assertThat(second.path("nodes").size()).isEqualTo(1);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(first.path("nodes").valueStream()).doesNotContain(second.at("/nodes/0"));
    }

    /** The quote's id. */
    private String quoteWithThreeRevisionsAndFourOffers() {
        Peers.Version version = Peers.shared().sell("1.00", "2.00", "EUR");
        JsonNode quote = seller.quote(version);
        for (int known = 1; known <= 2; known++) {
            seller.revise(quote, known, Seller.line(version, known));
        }
        IntStream.range(0, 4).forEach(_ -> seller.offer(quote, Map.of()));
        return quote.path("id").asString();
    }

    private int statementsOf(String document, Map<String, ?> variables) {
        WorkspaceId workspace = new WorkspaceId(seller.workspace());
        statements.reset(workspace);
        JsonNode answer = seller.execute(document, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return statements.count(workspace);
    }

    private static Map<String, Object> keys(List<UUID> leads) {
        return Map.of(
                "keys",
                leads.stream()
                        .map(id -> Map.of("__typename", "Lead", "id", id.toString()))
                        .toList());
    }

    private static List<Integer> numbers(JsonNode quote) {
        return quote.at("/revisions/nodes")
                .valueStream()
                .map(revision -> revision.path("number").asInt())
                .toList();
    }
}
