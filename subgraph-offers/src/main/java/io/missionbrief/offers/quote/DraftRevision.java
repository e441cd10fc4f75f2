package io.missionbrief.offers.quote;

import static io.missionbrief.subgraph.mutation.UserErrorCode.INVALID_VALUE;

import io.missionbrief.offers.settings.OffersProperties;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks and prices what a quote is to say, before anything is written. */
@Service
class DraftRevision {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_NOTE = 4_000;

    private final PriceLines priceLines;
    private final Percent discountLimit;

    DraftRevision(PriceLines priceLines, OffersProperties properties) {
        this.priceLines = priceLines;
        this.discountLimit = new Percent(properties.discountLimitBasisPoints());
    }

    Outcome<RevisionDraft> execute(
            WorkspaceId workspace,
            List<QuoteLineInput> lines,
            @Nullable OffsetDateTime validUntil,
            @Nullable String note) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime until = validUntil == null ? now.plusDays(DEFAULT_DAYS) : validUntil;
        if (!until.isAfter(now) || until.isAfter(now.plusDays(MOST_DAYS))) {
            return Outcome.refused(INVALID_VALUE, "validUntil", "Give a time from now on, at most a year ahead");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            return Outcome.refused(INVALID_VALUE, "note", "A note has at most " + LONGEST_NOTE + " characters");
        }
        return priceLines.execute(workspace, lines).then(priced -> draft(priced, until, note));
    }

    private Outcome<RevisionDraft> draft(List<QuoteLine> lines, OffsetDateTime until, @Nullable String note) {
        return QuoteTotals.fit(lines)
                ? Outcome.done(new RevisionDraft(lines, QuoteTotals.of(lines), until, note, approval(lines)))
                : Outcome.refused(
                        INVALID_VALUE, "lines", tooMuch(lines.getFirst().currency()));
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
