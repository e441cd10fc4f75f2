package io.missionbrief.offers.offer;

import io.missionbrief.offers.quote.QuoteLine;
import io.missionbrief.offers.quote.QuoteLineState;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.graphql.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An offer as its events tell it: what is written here is read for ever.
 *
 * @param lines of the revision that it puts before the customer, in their order
 */
record OfferState(Offer offer, List<QuoteLine> lines) implements Recorded {

    OfferState {
        lines = List.copyOf(lines);
    }

    /** What people wrote to or about the lead is sealed. */
    @Override
    public Snapshot snapshot() {
        return Snapshot.of(offer.id(), offer.version())
                .with("id", offer.id())
                .with("reference", offer.reference())
                .with("quoteId", offer.quoteId())
                .with("revisionId", offer.revisionId())
                .with("leadId", offer.leadId())
                .with("applicationId", offer.applicationId())
                .with("status", offer.status())
                .with("statusReason", offer.statusReason())
                .with("terms", offer.terms())
                .with("currency", offer.currency())
                .with("setupTotal", offer.setupTotal().amount().toPlainString())
                .with("recurringTotal", offer.recurringTotal().amount().toPlainString())
                .with("expiresAt", offer.expiresAt())
                .with("sentAt", offer.sentAt())
                .with("viewedAt", offer.viewedAt())
                .with("decidedAt", offer.decidedAt())
                .with("lines", lines.stream().map(QuoteLineState::of).toList())
                .with("version", offer.version())
                .with("createdAt", offer.createdAt())
                .with("updatedAt", offer.updatedAt())
                .sealed(offer.leadId(), "statusReason", "terms");
    }

    /** The offer that was told. Its sealed texts are left out; whoever wants them opens the event. */
    static Offer read(Event event) {
        JsonNode state = event.state();
        String currency = state.path("currency").asString();
        return new Offer(
                id(state, "id"),
                state.path("reference").asString(),
                id(state, "quoteId"),
                id(state, "revisionId"),
                id(state, "leadId"),
                state.path("applicationId").isNull() ? null : id(state, "applicationId"),
                OfferStatus.valueOf(state.path("status").asString()),
                null,
                null,
                currency,
                minor(state.path("setupTotal"), currency),
                minor(state.path("recurringTotal"), currency),
                OffsetDateTime.parse(state.path("expiresAt").asString()),
                time(state, "sentAt"),
                time(state, "viewedAt"),
                time(state, "decidedAt"),
                state.path("version").asInt(),
                OffsetDateTime.parse(state.path("createdAt").asString()),
                OffsetDateTime.parse(state.path("updatedAt").asString()),
                new ToldOffer(event, lines(state, currency)));
    }

    private static List<QuoteLine> lines(JsonNode state, String currency) {
        return state.path("lines")
                .valueStream()
                .map(line -> QuoteLineState.read(line, currency))
                .toList();
    }

    private static UUID id(JsonNode state, String field) {
        return UUID.fromString(state.path(field).asString());
    }

    private static @Nullable OffsetDateTime time(JsonNode state, String field) {
        JsonNode time = state.path(field);
        return time.isNull() ? null : OffsetDateTime.parse(time.asString());
    }

    private static long minor(JsonNode amount, String currency) {
        return new Money(new BigDecimal(amount.asString()), Currency.getInstance(currency)).toMinor();
    }
}
