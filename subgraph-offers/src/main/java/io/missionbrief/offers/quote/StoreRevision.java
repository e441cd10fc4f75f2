package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE_LINE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import io.missionbrief.offers.jooq.tables.records.QuoteLineRecord;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Writes a revision and its lines, once and for all, and later who agreed to it. */
final class StoreRevision {

    private static final int DEFAULT_DAYS = 30;

    private StoreRevision() {}

    static QuoteRevision execute(DSLContext transaction, Actor actor, UUID quoteId, int number, RevisionDraft draft) {
        QuoteTotals totals = draft.totals();
        QuoteRevision revision = transaction
                .insertInto(QUOTE_REVISION)
                .set(QUOTE_REVISION.QUOTE_ID, quoteId)
                .set(QUOTE_REVISION.NUMBER, number)
                .set(QUOTE_REVISION.CURRENCY, totals.currency())
                .set(QUOTE_REVISION.VALID_UNTIL, validUntil(transaction, draft))
                .set(QUOTE_REVISION.NOTE, draft.note())
                .set(QUOTE_REVISION.SETUP_NET, totals.setupNetMinor())
                .set(QUOTE_REVISION.SETUP_TAX, totals.setupTaxMinor())
                .set(QUOTE_REVISION.RECURRING_NET, totals.recurringNetMinor())
                .set(QUOTE_REVISION.RECURRING_TAX, totals.recurringTaxMinor())
                .set(QUOTE_REVISION.HIGHEST_DISCOUNT, draft.highestDiscount().basisPoints())
                .set(QUOTE_REVISION.APPROVAL, draft.approval().name())
                .set(QUOTE_REVISION.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(QuoteRevision::of);
        transaction
                .insertInto(QUOTE_LINE)
                .set(records(revision.id(), draft.lines()))
                .execute();
        return revision;
    }

    /** Notes that the actor agrees to the discounts of a revision. */
    static QuoteRevision approve(DSLContext transaction, Actor actor, UUID revisionId) {
        return transaction
                .update(QUOTE_REVISION)
                .set(QUOTE_REVISION.APPROVAL, QuoteApproval.APPROVED.name())
                .set(QUOTE_REVISION.APPROVED_BY, actor.userId())
                .set(QUOTE_REVISION.APPROVED_AT, DatabaseClock.NOW)
                .where(QUOTE_REVISION.ID.eq(revisionId))
                .returning()
                .fetchSingle(QuoteRevision::of);
    }

    private static OffsetDateTime validUntil(DSLContext transaction, RevisionDraft draft) {
        OffsetDateTime wanted = draft.validUntil();
        return wanted == null ? DatabaseClock.read(transaction).plusDays(DEFAULT_DAYS) : wanted;
    }

    private static List<QuoteLineRecord> records(UUID revisionId, List<QuoteLine> lines) {
        List<QuoteLineRecord> records = new ArrayList<>();
        for (QuoteLine line : lines) {
            records.add(record(revisionId, records.size() + 1, line));
        }
        return records;
    }

    private static QuoteLineRecord record(UUID revisionId, int position, QuoteLine line) {
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
        row.setExplanation(JsonDocument.ofInput(line.steps()).column());
        return row;
    }
}
