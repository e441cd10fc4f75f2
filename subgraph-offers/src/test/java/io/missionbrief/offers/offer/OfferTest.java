package io.missionbrief.offers.offer;

import static io.missionbrief.offers.Seller.codes;
import static io.missionbrief.offers.Seller.message;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.offers.Neighbours;
import io.missionbrief.offers.Seller;
import io.missionbrief.offers.jooq.Tables;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class OfferTest {

    @LocalServerPort
    int port;

    @Autowired
    TenantDatabase database;

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
        assertThat(status(seller.move("viewOffer", offer, 2))).isEqualTo("VIEWED");
        assertThat(status(seller.move("acceptOffer", offer, 3))).isEqualTo("ACCEPTED");
    }

    @Test
    void keepsTheTimesOfItsSteps() {
        JsonNode offer = seller.offer();
        seller.move("sendOffer", offer, 1);
        seller.move("viewOffer", offer, 2);
        seller.mutate(
                "declineOffer",
                "offer { id }",
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", 3, "reason", "too dear"));

        JsonNode read = seller.execute(
                        "query($id: ID!) { offer(id: $id) { status sentAt viewedAt decidedAt reason lines { quantity } } }",
                        Map.of("id", offer.path("id").asString()))
                .at("/data/offer");

        assertThat(read.path("status").asString()).isEqualTo("DECLINED");
        assertThat(read.path("reason").asString()).isEqualTo("too dear");
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
        seller.move("viewOffer", offer, 2);

        JsonNode again = seller.move("viewOffer", offer, 3);

        assertThat(again.at("/offer/version").asInt()).isEqualTo(3);
    }

    @Test
    void cannotBeAcceptedAfterItsExpiry() {
        OffsetDateTime expiresAt = OffsetDateTime.now(UTC).plusSeconds(2);
        JsonNode offer = sent(expiresAt);
        await().until(() -> Instant.now().isAfter(expiresAt.toInstant()));

        JsonNode payload = seller.move("acceptOffer", offer, 2);

        assertThat(codes(payload)).containsExactly("EXPIRED");
        assertThat(message(payload)).contains("make a new one");
    }

    @Test
    void cannotBeAcceptedByATransactionThatWaitedPastTheExpiry() throws Exception {
        OffsetDateTime expiresAt = OffsetDateTime.now(UTC).plusSeconds(3);
        JsonNode offer = sent(expiresAt);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);

        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> hold(offer, locked, release), others);
            locked.await();
            CompletableFuture<JsonNode> acceptance =
                    CompletableFuture.supplyAsync(() -> seller.move("acceptOffer", offer, 2), others);
            await().until(() -> Instant.now().isAfter(expiresAt.toInstant()));
            release.countDown();

            assertThat(codes(acceptance.get())).containsExactly("EXPIRED");
            holder.get();
        }
    }

    @Test
    void isNotMadeFromAQuoteThatIsOver() {
        OffsetDateTime validUntil = OffsetDateTime.now(UTC).plusSeconds(2);
        UUID lead = Neighbours.shared().lead();
        JsonNode quote = seller.mutate(
                        "createQuote",
                        "quote { id }",
                        Map.of(
                                "leadId",
                                lead.toString(),
                                "validUntil",
                                validUntil.toString(),
                                "lines",
                                List.of(Seller.line(Neighbours.shared().sell("0.00", "5.00", "EUR"), 1))))
                .path("quote");
        await().until(() -> Instant.now().isAfter(validUntil.toInstant()));

        JsonNode payload = seller.mutate(
                "createOffer",
                "offer { id }",
                Map.of("quoteId", quote.path("id").asString()));

        assertThat(codes(payload)).containsExactly("EXPIRED");
    }

    @Test
    void refusesAnExpiryInThePast() {
        JsonNode quote = seller.quote(Neighbours.shared().sell("0.00", "5.00", "EUR"));

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

    private JsonNode sent(OffsetDateTime expiresAt) {
        JsonNode quote = seller.quote(Neighbours.shared().sell("0.00", "5.00", "EUR"));
        JsonNode offer = seller.offer(quote, Map.of("expiresAt", expiresAt.toString()));
        assertThat(status(seller.move("sendOffer", offer, 1))).isEqualTo("SENT");
        return offer;
    }

    private void hold(JsonNode offer, CountDownLatch locked, CountDownLatch release) {
        Actor actor = new Actor(
                UUID.randomUUID().toString(),
                new WorkspaceId(seller.workspace()),
                Set.of(),
                Set.of(),
                Instant.now().plusSeconds(60));
        database.write(actor, transaction -> {
            transaction
                    .selectFrom(Tables.OFFER)
                    .where(Tables.OFFER.ID.eq(UUID.fromString(offer.path("id").asString())))
                    .forUpdate()
                    .fetch();
            locked.countDown();
            try {
                release.await();
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    private static String status(JsonNode payload) {
        return payload.at("/offer/status").asString();
    }
}
