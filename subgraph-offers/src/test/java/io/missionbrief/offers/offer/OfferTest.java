package io.missionbrief.offers.offer;

import static io.missionbrief.offers.Seller.codes;
import static io.missionbrief.offers.Seller.message;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.offers.OwnerHand;
import io.missionbrief.offers.Peers;
import io.missionbrief.offers.Seller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class OfferTest {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Seller seller;

    @BeforeEach
    void enterAWorkspace() {
        seller = Seller.at(port);
    }

    @Test
    void goesFromDraftToAcceptance() {
        JsonNode offer = seller.offer();

        assertThat(offer.path("status").asString()).isEqualTo("DRAFT");
        assertThat(status(seller.move("sendOffer", offer, 1))).isEqualTo("SENT");
        assertThat(status(seller.move("markOfferViewed", offer, 2))).isEqualTo("VIEWED");
        assertThat(status(seller.move("acceptOffer", offer, 3))).isEqualTo("ACCEPTED");
    }

    @Test
    void keepsTheTimesOfItsSteps() {
        JsonNode offer = seller.offer();
        seller.move("sendOffer", offer, 1);
        seller.move("markOfferViewed", offer, 2);
        seller.mutate(
                "declineOffer",
                "offer { id }",
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", 3, "reason", "too dear"));

        JsonNode read = seller.execute(
                        "query($id: ID!) { offer(id: $id) { status sentAt viewedAt decidedAt statusReason nextStatuses lines { quantity } } }",
                        Map.of("id", offer.path("id").asString()))
                .at("/data/offer");

        assertThat(read.path("status").asString()).isEqualTo("DECLINED");
        assertThat(read.path("nextStatuses").isEmpty()).isTrue();
        assertThat(read.path("statusReason").asString()).isEqualTo("too dear");
        assertThat(List.of(read.path("sentAt"), read.path("viewedAt"), read.path("decidedAt")))
                .noneMatch(JsonNode::isNull);
        assertThat(read.at("/lines/0/quantity").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAnIllegalStepAndNamesTheLegalOnes() {
        JsonNode payload = seller.move("acceptOffer", seller.offer(), 1);

        assertThat(codes(payload)).containsExactly("ILLEGAL_TRANSITION");
        assertThat(message(payload)).contains("DRAFT", "SENT", "WITHDRAWN");
    }

    @Test
    void staysWithdrawn() {
        JsonNode offer = seller.offer();
        seller.move("withdrawOffer", offer, 1);

        assertThat(codes(seller.move("sendOffer", offer, 2))).containsExactly("ILLEGAL_TRANSITION");
    }

    @Test
    void isViewedOnce() {
        JsonNode offer = seller.offer();
        seller.move("sendOffer", offer, 1);
        seller.move("markOfferViewed", offer, 2);

        JsonNode again = seller.move("markOfferViewed", offer, 3);

        assertThat(again.at("/offer/version").asInt()).isEqualTo(3);
    }

    @Test
    void cannotBeAcceptedAfterItsExpiry() throws SQLException {
        JsonNode offer = sent();
        try (OwnerHand hand = OwnerHand.of(environment)) {
            hand.setExpiry(id(offer), "clock_timestamp()");
        }

        JsonNode payload = seller.move("acceptOffer", offer, 2);

        assertThat(codes(payload)).containsExactly("EXPIRED");
        assertThat(message(payload)).contains("make a new one");
    }

    /** The acceptance begins in time and waits for the row; meanwhile the time is over. */
    @Test
    void cannotBeAcceptedByATransactionThatWaitedPastTheExpiry() throws Exception {
        JsonNode offer = sent();

        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                OwnerHand hand = OwnerHand.of(environment).holding()) {
            hand.setExpiry(id(offer), "clock_timestamp() + interval '1 hour'");
            CompletableFuture<JsonNode> acceptance =
                    CompletableFuture.supplyAsync(() -> seller.move("acceptOffer", offer, 2), others);
            await().until(hand::isWaitedFor);
            hand.setExpiry(id(offer), "clock_timestamp()");
            hand.letGo();

            assertThat(codes(acceptance.get())).containsExactly("EXPIRED");
        }
    }

    @Test
    void isNotMadeFromAQuoteThatIsOver() throws SQLException {
        JsonNode quote = seller.quote(Peers.shared().sell("0.00", "5.00", "EUR"));
        try (OwnerHand hand = OwnerHand.of(environment)) {
            hand.endValidity(id(quote));
        }

        JsonNode payload = seller.mutate(
                "createOffer", "offer { id }", Map.of("quoteId", id(quote).toString()));

        assertThat(codes(payload)).containsExactly("EXPIRED");
    }

    @Test
    void refusesAnExpiryInThePast() {
        JsonNode quote = seller.quote(Peers.shared().sell("0.00", "5.00", "EUR"));

        JsonNode payload = seller.mutate(
                "createOffer",
                "offer { id }",
                Map.of(
                        "quoteId",
                        quote.path("id").asString(),
                        "expiresAt",
                        OffsetDateTime.now(UTC).minusDays(1).toString()));

        assertThat(codes(payload)).containsExactly("INVALID_VALUE");
    }

    @Test
    void tellsAllThatIsWrongWithTheInputAtOnce() {
        JsonNode payload = seller.mutate(
                "createOffer",
                "offer { id }",
                Map.of(
                        "quoteId",
                        UUID.randomUUID().toString(),
                        "terms",
                        "x".repeat(20_001),
                        "expiresAt",
                        "2020-01-01T00:00:00Z"));

        assertThat(codes(payload)).containsExactly("INVALID_VALUE", "INVALID_VALUE");
    }

    @Test
    void keepsTextsWithoutSpacesAroundThem() {
        JsonNode quote = seller.quote(Peers.shared().sell("0.00", "5.00", "EUR"));
        JsonNode offer = seller.offer(quote, Map.of("terms", " 24 months "));

        JsonNode withdrawn = seller.mutate(
                        "withdrawOffer",
                        "offer { terms statusReason }",
                        Map.of("offerId", id(offer).toString(), "expectedVersion", 1, "reason", " "))
                .path("offer");

        assertThat(withdrawn.path("terms").asString()).isEqualTo("24 months");
        assertThat(withdrawn.path("statusReason").isNull()).isTrue();
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        JsonNode payload = seller.mutate(
                "declineOffer",
                "offer { id }",
                Map.of(
                        "offerId",
                        UUID.randomUUID().toString(),
                        "expectedVersion",
                        1,
                        "reason",
                        "\uD83D\uDE80".repeat(2_001)));

        assertThat(codes(payload)).containsExactly("INVALID_VALUE");
        assertThat(message(payload)).contains("2001", "2000");
    }

    @Test
    void letsOneOfFiftyWritersWin() {
        JsonNode offer = seller.offer();

        List<List<String>> answers;
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<String>>> attempts = IntStream.range(0, 50)
                    .mapToObj(_ ->
                            CompletableFuture.supplyAsync(() -> codes(seller.move("sendOffer", offer, 1)), writers))
                    .toList();
            answers = attempts.stream().map(CompletableFuture::join).toList();
        }

        assertThat(answers).filteredOn(List::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(codes -> codes.equals(List.of("STALE_VERSION")))
                .hasSize(49);
    }

    private JsonNode sent() {
        JsonNode offer = seller.offer();
        assertThat(status(seller.move("sendOffer", offer, 1))).isEqualTo("SENT");
        return offer;
    }

    private static UUID id(JsonNode object) {
        return UUID.fromString(object.path("id").asString());
    }

    private static String status(JsonNode payload) {
        return payload.at("/offer/status").asString();
    }
}
