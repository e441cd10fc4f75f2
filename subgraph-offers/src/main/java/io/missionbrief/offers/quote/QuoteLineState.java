package io.missionbrief.offers.quote;

import io.missionbrief.offers.plan.BillingPeriod;
import io.missionbrief.subgraph.graphql.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A line as the events of quotes and offers tell it: what is written here is read for ever. */
public final class QuoteLineState {

    private QuoteLineState() {}

    /** The fields of a line, amounts and percentages as decimal strings. */
    public static Map<String, Object> of(QuoteLine line) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("planId", line.planId());
        state.put("planVersionId", line.planVersionId());
        state.put("description", line.description());
        state.put("billingPeriod", line.billingPeriod());
        state.put("quantity", line.quantity());
        state.put("discountPercent", line.discountPercent().toPlainString());
        state.put("taxPercent", line.taxPercent().toPlainString());
        state.put("setupNet", line.setupNet().amount().toPlainString());
        state.put("setupTax", line.setupTax().amount().toPlainString());
        state.put("recurringNet", line.recurringNet().amount().toPlainString());
        state.put("recurringTax", line.recurringTax().amount().toPlainString());
        state.put(
                "explanation",
                line.explanation().stream()
                        .map(step -> Map.of(
                                "description",
                                step.description(),
                                "amount",
                                step.amount().amount().toPlainString()))
                        .toList());
        return state;
    }

    /**
     * The line that was told.
     *
     * @param currency of all its amounts, an ISO 4217 code
     */
    public static QuoteLine read(JsonNode state, String currency) {
        return new QuoteLine(
                UUID.fromString(state.path("planId").asString()),
                UUID.fromString(state.path("planVersionId").asString()),
                state.path("description").asString(),
                BillingPeriod.valueOf(state.path("billingPeriod").asString()),
                state.path("quantity").asInt(),
                percent(state.path("discountPercent")),
                percent(state.path("taxPercent")),
                currency,
                minor(state.path("setupNet"), currency),
                minor(state.path("setupTax"), currency),
                minor(state.path("recurringNet"), currency),
                minor(state.path("recurringTax"), currency),
                steps(state.path("explanation"), currency));
    }

    private static List<PriceStep> steps(JsonNode explanation, String currency) {
        return explanation
                .valueStream()
                .map(step -> new PriceStep(step.path("description").asString(), minor(step.path("amount"), currency)))
                .toList();
    }

    private static Percent percent(JsonNode percent) {
        return Percent.of(new BigDecimal(percent.asString())).orElseThrow();
    }

    private static long minor(JsonNode amount, String currency) {
        return new Money(new BigDecimal(amount.asString()), Currency.getInstance(currency)).toMinor();
    }
}
