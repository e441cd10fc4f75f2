package io.missionbrief.offers.quote;

import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;
import static io.missionbrief.subgraph.mutation.UserErrorCode.NOT_ACTIVE;
import static io.missionbrief.subgraph.mutation.UserErrorCode.RETIRED;

import io.missionbrief.offers.plan.AskPlans;
import io.missionbrief.offers.plan.PlanPrice;
import io.missionbrief.offers.plan.PriceRequest;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.mutation.InputCheck;
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

    /** What is wrong with lines, as far as plans need not be asked. */
    static InputCheck check(InputCheck check, List<QuoteLineInput> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            return check.that(false, "lines", "A quote has 1 to " + MOST_LINES + " lines, not " + lines.size());
        }
        for (int index = 0; index < lines.size(); index++) {
            check(check, "lines." + index + ".", lines.get(index));
        }
        return check;
    }

    private static void check(InputCheck check, String place, QuoteLineInput line) {
        check.range(place + "quantity", line.quantity(), 1, MOST_UNITS)
                .that(
                        Percent.of(line.discountPercent()).isPresent(),
                        place + "discountPercent",
                        "A discount is 0 to 100 percent with at most two decimals")
                .that(
                        Percent.of(line.taxPercent()).isPresent(),
                        place + "taxPercent",
                        "A tax is 0 to 100 percent with at most two decimals");
    }

    /**
     * The lines with their prices of today, all of them or none.
     *
     * @param lines that {@link #check} found in order
     * @throws io.missionbrief.subgraph.error.RequestException BAD_USER_INPUT for a malformed id, SERVICE_UNAVAILABLE
     *     when plans does not answer
     */
    Outcome<List<QuoteLine>> execute(WorkspaceId workspace, List<QuoteLineInput> lines) {
        return price(lines, plans.prices(workspace, requests(lines)));
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
            case AVAILABLE -> otherCurrency(field, price, before);
        };
    }

    private static @Nullable UserError otherCurrency(String field, PlanPrice price, List<QuoteLine> before) {
        if (before.isEmpty() || before.getFirst().currency().equals(price.currency())) {
            return null;
        }
        return UserError.of(
                INVALID_VALUE,
                field,
                "This line is in " + price.currency() + " and the first one in "
                        + before.getFirst().currency() + ": a quote has one currency, so make a second one");
    }
}
