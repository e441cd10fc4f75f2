package io.missionbrief.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import io.missionbrief.subgraph.test.GoldenEvents;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class GoldenEventsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private WorkerDatabase database;

    @Test
    void eachEventIsTheOneUnderReview() {
        Seller seller = Seller.at(port)
                .with("quotes:read", "quotes:write", "offers:read", "offers:write", "offers:approve", "offers:send");
        Map<String, Object> line = new HashMap<>(Seller.line(Peers.shared().sell("49.00", "39.90", "EUR"), 2));
        line.put("discountPercent", "20");
        line.put("taxPercent", "19");
        JsonNode quote = seller.quote(Peers.shared().sell("10.00", "20.00", "EUR"));
        String id = quote.path("id").asString();
        done(seller.mutate(
                "reviseQuote",
                "quote { id }",
                Map.of("quoteId", id, "expectedVersion", 1, "note", "as discussed", "lines", List.of(line))));
        done(seller.mutate("approveQuote", "quote { id }", Map.of("quoteId", id, "expectedVersion", 2)));
        JsonNode offer = seller.offer(quote, Map.of("terms", "as agreed"));
        done(seller.move("sendOffer", offer, 1));
        done(seller.move("markOfferViewed", offer, 2));
        done(seller.mutate(
                "declineOffer",
                "offer { id }",
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", 3, "reason", "too dear")));

        GoldenEvents.assertUnchanged(database, new WorkspaceId(seller.workspace()), "offers");
    }

    /** What people wrote to or about a lead is unreadable in the log. */
    @Test
    void textsAreSealed() {
        Seller seller = Seller.at(port);
        Map<String, Object> input = new HashMap<>(Seller.quoteInput(
                Peers.shared().lead(), Seller.line(Peers.shared().sell("1.00", "2.00", "EUR"), 1)));
        input.put("note", "note-in-clear");
        JsonNode quote = seller.mutate("createQuote", "quote { id }", input).path("quote");
        JsonNode offer = seller.offer(quote, Map.of("terms", "terms-in-clear"));
        done(seller.mutate(
                "withdrawOffer",
                "offer { id }",
                Map.of("offerId", offer.path("id").asString(), "expectedVersion", 1, "reason", "reason-in-clear")));

        List<String> log = database.read(sql -> sql.fetch(
                        "select concat(state, changes) from event_log where workspace_id = ?", seller.workspace())
                .map(row -> row.get(0, String.class)));

        assertThat(log)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event).contains("sealed").doesNotContain("-in-clear"));
    }

    private static void done(JsonNode payload) {
        assertThat(payload.path("userErrors").isEmpty()).as(payload.toString()).isTrue();
    }
}
