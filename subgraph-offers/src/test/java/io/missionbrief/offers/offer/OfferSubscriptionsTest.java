package io.missionbrief.offers.offer;

import static io.missionbrief.offers.Seller.errorCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.missionbrief.offers.Peers;
import io.missionbrief.offers.Seller;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.LiveSubscription;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class OfferSubscriptionsTest {

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
    void seesEachStepWithTheValuesOfThatMoment() {
        UUID lead = Peers.shared().lead();
        JsonNode offer = seller.offer(lead);

        try (LiveSubscription live = seller.subscribe(watch("leadId", lead.toString()))) {
            seller.move("sendOffer", offer, 1);
            seller.move("markOfferViewed", offer, 2);
            seller.move("acceptOffer", offer, 3);

            assertThat(live.next(3))
                    .extracting(
                            event -> change(event).path("previousStatus").asString(),
                            event -> change(event).path("status").asString(),
                            event -> change(event).path("version").asInt())
                    .containsExactly(
                            tuple("DRAFT", "SENT", 2), tuple("SENT", "VIEWED", 3), tuple("VIEWED", "ACCEPTED", 4));
        }
    }

    @Test
    void carriesTheOfferAsItWasAndItsReferencesToPeers() {
        UUID lead = Peers.shared().lead();
        Peers.Version version = Peers.shared().sell("10.00", "20.00", "EUR");
        JsonNode offer = seller.offer(seller.quote(lead, version), Map.of());

        try (LiveSubscription live =
                seller.subscribe(watch("offerId", offer.path("id").asString()))) {
            seller.move("sendOffer", offer, 1);

            JsonNode change = change(live.next());

            assertThat(change.at("/lead/id").asString()).isEqualTo(lead.toString());
            assertThat(change.at("/offer/status").asString()).isEqualTo("SENT");
            assertThat(change.at("/offer/lines/0/plan/id").asString())
                    .isEqualTo(version.planId().toString());
            assertThat(change.path("cursor").asString()).isNotEmpty();
        }
    }

    @Test
    void opensTheTextsOfTheEventForThoseWhoSelectThem() {
        JsonNode quote = seller.quote(Peers.shared().sell("10.00", "20.00", "EUR"));
        JsonNode offer = seller.offer(quote, Map.of("terms", "24 months"));
        Map<String, Object> decline =
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", 2, "reason", "too dear");

        try (LiveSubscription live =
                seller.subscribe("""
                subscription { offerStatusChanged(offerId: "%s") { offer { terms statusReason } } }
                """.formatted(offer.path("id").asString()))) {
            seller.move("sendOffer", offer, 1);
            seller.mutate("declineOffer", "offer { id }", decline);

            assertThat(live.next(2))
                    .extracting(
                            event -> change(event).at("/offer/terms").asString(""),
                            event -> change(event).at("/offer/statusReason").asString(""))
                    .containsExactly(tuple("24 months", ""), tuple("24 months", "too dear"));
        }
    }

    @Test
    void showsWhatAnOfferPointsToAsItIsAtEachStep() {
        Peers.Version version = Peers.shared().sell("10.00", "20.00", "EUR");
        JsonNode quote = seller.quote(version);
        JsonNode offer = seller.offer(quote, Map.of());

        try (LiveSubscription live =
                seller.subscribe("""
                subscription { offerStatusChanged(offerId: "%s") { offer { quote { version } } } }
                """.formatted(offer.path("id").asString()))) {
            seller.move("sendOffer", offer, 1);
            int first = change(live.next()).at("/offer/quote/version").asInt();
            seller.revise(quote, 1, Seller.line(version, 2));
            seller.move("markOfferViewed", offer, 2);
            int second = change(live.next()).at("/offer/quote/version").asInt();

            assertThat(List.of(first, second)).containsExactly(1, 2);
        }
    }

    @Test
    void costsNoStatementForASubscriber() {
        UUID lead = Peers.shared().lead();
        JsonNode offer = seller.offer(lead);
        WorkspaceId workspace = new WorkspaceId(seller.workspace());
        seller.move("sendOffer", offer, 1);
        statements.reset(workspace);
        seller.move("markOfferViewed", offer, 2);
        int unwatched = statements.count(workspace);
        List<LiveSubscription> crowd = IntStream.range(0, 20)
                .mapToObj(_ -> seller.subscribe(watch("leadId", lead.toString())))
                .toList();
        try {
            statements.reset(workspace);
            seller.move("acceptOffer", offer, 3);
            crowd.forEach(LiveSubscription::next);

            assertThat(statements.count(workspace)).isEqualTo(unwatched);
        } finally {
            crowd.forEach(LiveSubscription::close);
        }
    }

    @Test
    void neverShowsAnotherWorkspace() {
        UUID lead = Peers.shared().lead();
        JsonNode offer = seller.offer(lead);
        Seller stranger = Seller.at(port);

        try (LiveSubscription live = stranger.subscribe(watch("leadId", lead.toString()))) {
            seller.move("sendOffer", offer, 1);
            JsonNode own = stranger.offer(lead);
            stranger.move("sendOffer", own, 1);

            JsonNode first = change(live.next());

            assertThat(first.at("/offer/id")).isEqualTo(own.path("id"));
        }
    }

    @Test
    void wantsAnOfferOrALead() {
        try (LiveSubscription live = seller.subscribe("subscription { offerStatusChanged { status } }")) {
            JsonNode errors = Objects.requireNonNull(live.end());

            assertThat(errors.at("/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
            assertThat(errors.at("/0/message").asString()).contains("offerId", "leadId");
        }
    }

    @Test
    void needsTheScope() {
        try (LiveSubscription live = seller.with("leads:read")
                .subscribe(watch("leadId", UUID.randomUUID().toString()))) {
            JsonNode answer = live.next();

            assertThat(errorCode(answer)).isEqualTo("FORBIDDEN");
            assertThat(answer.at("/errors/0/message").asString()).contains("offers:read");
        }
    }

    private static String watch(String argument, String id) {
        return """
                subscription { offerStatusChanged(%s: "%s") {
                  cursor status previousStatus version occurredAt lead { id }
                  offer { id status lines { quantity plan { id } } } } }
                """.formatted(argument, id);
    }

    private static JsonNode change(JsonNode payload) {
        assertThat(errorCode(payload)).as(payload.toString()).isEmpty();
        return payload.at("/data/offerStatusChanged");
    }
}
