package io.missionbrief.offers.quote;

import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;

import io.missionbrief.offers.settings.OffersProperties;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Checks and prices what a quote is to say, before anything is written. */
@Service
class DraftRevision {

    private static final int LONGEST_NOTE = 4_000;

    private final PriceLines priceLines;
    private final CheckValidity validity;
    private final Percent discountLimit;

    DraftRevision(PriceLines priceLines, CheckValidity validity, OffersProperties properties) {
        this.priceLines = priceLines;
        this.validity = validity;
        this.discountLimit = new Percent(properties.discountLimitBasisPoints());
    }

    /** What is wrong with it, as far as nobody else has to be asked. */
    InputCheck check(Actor actor, RevisionInput input) {
        InputCheck check = new InputCheck().optionalText("note", input.note(), LONGEST_NOTE);
        validity.check(check, actor, "validUntil", input.validUntil());
        return PriceLines.check(check, input.lines());
    }

    /**
     * The same with its prices of today. Whoever calls it has checked the input.
     *
     * @throws io.missionbrief.subgraph.error.RequestException as {@link PriceLines#execute}
     */
    Outcome<RevisionDraft> execute(Actor actor, RevisionInput input) {
        return priceLines
                .execute(actor.requireWorkspace(), input.lines())
                .then(lines -> QuoteTotals.fit(lines)
                        ? Outcome.done(draft(lines, input))
                        : Outcome.refused(
                                INVALID_VALUE, "lines", tooMuch(lines.getFirst().currency())));
    }

    private RevisionDraft draft(List<QuoteLine> lines, RevisionInput input) {
        return new RevisionDraft(
                lines, QuoteTotals.of(lines), input.validUntil(), Text.orNull(input.note()), approval(lines));
    }

    private static String tooMuch(String currency) {
        String most = Money.ofMinor(QuoteTotals.MOST_MINOR, currency).amount().toPlainString();
        return "The lines come to more than " + most + " " + currency
                + " with tax: lower the quantities, or make several quotes of them";
    }

    private QuoteApproval approval(List<QuoteLine> lines) {
        boolean isWithinLimit =
                lines.stream().allMatch(line -> line.discount().basisPoints() <= discountLimit.basisPoints());
        return isWithinLimit ? QuoteApproval.NOT_REQUIRED : QuoteApproval.REQUIRED;
    }
}
