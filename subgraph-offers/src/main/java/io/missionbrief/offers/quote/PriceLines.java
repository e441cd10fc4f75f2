package io.missionbrief.offers.quote;

import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;
import static io.missionbrief.subgraph.mutation.UserErrorCode.NOT_ACTIVE;
import static io.missionbrief.subgraph.mutation.UserErrorCode.RETIRED;

import io.missionbrief.offers.plan.AskPlans;
import io.missionbrief.offers.plan.PlanPrice;
import io.missionbrief.offers.plan.PriceRequest;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prices the lines that a user wrote, all of them or none, and tells all that is wrong with them at once. */
@Service
class PriceLines {

    /** The most lines of a quote. */
    static final int MOST_LINES = 50;

    private static final int MOST_UNITS = 1_000_000;

    private final AskPlans plans;

    PriceLines(AskPlans plans) {
        this.plans = plans;
    }

    /**
     * The lines with their prices of today.
     *
     * @throws io.missionbrief.subgraph.error.RequestException BAD_USER_INPUT for a malformed id, SERVICE_UNAVAILABLE
     *     when plans does not answer
     */
    Outcome<List<QuoteLine>> execute(WorkspaceId workspace, List<QuoteLineInput> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            return Outcome.refused(
                    INVALID_VALUE, "lines", "A quote has 1 to " + MOST_LINES + " lines, not " + lines.size());
        }
        List<PriceRequest> requests = requests(lines);
        List<UserError> mistakes = mistakes(lines);
        return mistakes.isEmpty() ? price(lines, plans.prices(workspace, requests)) : Outcome.refused(mistakes);
    }

    private static List<PriceRequest> requests(List<QuoteLineInput> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> new PriceRequest(
                        ObjectId.parse(
                                "input.lines." + index + ".planVersionId",
                                lines.get(index).planVersionId()),
                        lines.get(index).quantity()))
                .toList();
    }

    private static List<UserError> mistakes(List<QuoteLineInput> lines) {
        List<UserError> mistakes = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            QuoteLineInput line = lines.get(index);
            if (line.quantity() < 1 || line.quantity() > MOST_UNITS) {
                mistakes.add(
                        mistake(index, "quantity", "The quantity is " + line.quantity() + "; give 1 to 1,000,000"));
            }
            if (Percent.of(line.discountPercent()).isEmpty()) {
                mistakes.add(
                        mistake(index, "discountPercent", "A discount is 0 to 100 percent with at most two decimals"));
            }
            if (Percent.of(line.taxPercent()).isEmpty()) {
                mistakes.add(mistake(index, "taxPercent", "A tax is 0 to 100 percent with at most two decimals"));
            }
        }
        return mistakes;
    }

    private static Outcome<List<QuoteLine>> price(List<QuoteLineInput> lines, List<@Nullable PlanPrice> prices) {
        List<QuoteLine> priced = new ArrayList<>();
        List<UserError> refusals = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            PlanPrice price = prices.get(index);
            UserError refusal = refusal(index, price, priced);
            if (price == null || refusal != null) {
                refusals.add(refusal);
            } else {
                priced.add(line(lines.get(index), price));
            }
        }
        return refusals.isEmpty() ? Outcome.done(priced) : Outcome.refused(refusals);
    }

    private static QuoteLine line(QuoteLineInput line, PlanPrice price) {
        return QuoteLine.of(
                price,
                line.quantity(),
                Percent.of(line.discountPercent()).orElseThrow(),
                Percent.of(line.taxPercent()).orElseThrow());
    }

    private static @Nullable UserError refusal(int index, @Nullable PlanPrice price, List<QuoteLine> before) {
        String field = "lines." + index + ".planVersionId";
        if (price == null) {
            return UserError.notFound(field, "plan version");
        }
        return switch (price.availability()) {
            case RETIRED ->
                UserError.of(
                        RETIRED,
                        field,
                        "This version of " + price.planName() + " is retired: take the plan's current version");
            case NOT_ON_SALE ->
                UserError.of(NOT_ACTIVE, field, price.planName() + " is not on sale today: see its active dates");
            case AVAILABLE -> otherCurrency(index, price, before);
        };
    }

    private static @Nullable UserError otherCurrency(int index, PlanPrice price, List<QuoteLine> before) {
        if (before.isEmpty() || before.getFirst().currency().equals(price.currency())) {
            return null;
        }
        return mistake(
                index,
                "planVersionId",
                "This line is in " + price.currency() + " and the first one in "
                        + before.getFirst().currency() + ": a quote has one currency, so make a second one");
    }

    private static UserError mistake(int index, String field, String message) {
        return UserError.of(INVALID_VALUE, "lines." + index + "." + field, message);
    }
}
