package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE_LINE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import io.missionbrief.offers.jooq.tables.records.QuoteLineRecord;
import io.missionbrief.subgraph.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a revision and its lines, once and for all. */
@Component
class StoreRevision {

    private final JsonMapper json;

    StoreRevision(JsonMapper json) {
        this.json = json;
    }

    void execute(DSLContext transaction, Actor actor, UUID quoteId, int number, RevisionDraft draft) {
        QuoteTotals totals = draft.totals();
        UUID revisionId = Objects.requireNonNull(transaction
                .insertInto(QUOTE_REVISION)
                .set(QUOTE_REVISION.QUOTE_ID, quoteId)
                .set(QUOTE_REVISION.NUMBER, number)
                .set(QUOTE_REVISION.CURRENCY, totals.currency())
                .set(QUOTE_REVISION.VALID_UNTIL, draft.validUntil())
                .set(QUOTE_REVISION.NOTE, draft.note())
                .set(QUOTE_REVISION.SETUP_NET, totals.setupNetMinor())
                .set(QUOTE_REVISION.SETUP_TAX, totals.setupTaxMinor())
                .set(QUOTE_REVISION.RECURRING_NET, totals.recurringNetMinor())
                .set(QUOTE_REVISION.RECURRING_TAX, totals.recurringTaxMinor())
                .set(QUOTE_REVISION.HIGHEST_DISCOUNT, draft.highestDiscount().basisPoints())
                .set(QUOTE_REVISION.APPROVAL, draft.approval().name())
                .set(QUOTE_REVISION.CREATED_BY, actor.userId())
                .returning(QUOTE_REVISION.ID)
                .fetchSingle(QUOTE_REVISION.ID));
        transaction
                .insertInto(QUOTE_LINE)
                .set(records(revisionId, draft.lines()))
                .execute();
    }

    private List<QuoteLineRecord> records(UUID revisionId, List<QuoteLine> lines) {
        List<QuoteLineRecord> records = new ArrayList<>();
        for (QuoteLine line : lines) {
            records.add(record(revisionId, records.size() + 1, line));
        }
        return records;
    }

    private QuoteLineRecord record(UUID revisionId, int position, QuoteLine line) {
        QuoteLineRecord row = new QuoteLineRecord();
        row.setRevisionId(revisionId);
        row.setPosition(position);
        row.setPlanId(line.planId());
        row.setPlanVersionId(line.planVersionId());
        row.setDescription(line.description());
        row.setBillingPeriod(line.billingPeriod().name());
        row.setQuantity(line.quantity());
        row.setDiscount(line.discount().basisPoints());
        row.setTaxRate(line.taxRate().basisPoints());
        row.setSetupNet(line.setupNetMinor());
        row.setSetupTax(line.setupTaxMinor());
        row.setRecurringNet(line.recurringNetMinor());
        row.setRecurringTax(line.recurringTaxMinor());
        row.setExplanation(JSONB.valueOf(json.writeValueAsString(line.steps())));
        return row;
    }
}
