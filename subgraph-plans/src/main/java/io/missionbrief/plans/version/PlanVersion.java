package io.missionbrief.plans.version;

import io.missionbrief.plans.jooq.tables.records.PlanVersionRecord;
import io.missionbrief.plans.plan.BillingPeriod;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a plan from their publication to their retirement, which is the only thing about them that changes.
 *
 * @param number counts the versions of the plan, from 1
 * @param setup charged once, whatever the quantity
 * @param recurring one unit for one billing period, where no tier says otherwise
 * @param tiers unit prices in the place of the recurring amount, their quantities rising
 * @param retiredAt null while it is for sale
 * @param version counts the changes: 1 published, 2 retired
 */
public record PlanVersion(
        UUID id,
        UUID planId,
        int number,
        BillingPeriod billingPeriod,
        Money setup,
        Money recurring,
        PriceTierMode tierMode,
        List<PriceTier> tiers,
        PlanTerms terms,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt,
        int version)
        implements Recorded {

    public PlanVersion {
        tiers = List.copyOf(tiers);
    }

    static PlanVersion of(PlanVersionRecord row) {
        Currency currency = Currency.getInstance(row.getCurrency());
        return new PlanVersion(
                row.getId(),
                row.getPlanId(),
                row.getNumber(),
                BillingPeriod.valueOf(row.getBillingPeriod()),
                Money.ofMinor(row.getSetupMinor(), currency),
                Money.ofMinor(row.getRecurringMinor(), currency),
                PriceTierMode.valueOf(row.getTierMode()),
                JsonDocument.of(row.getTiers()).list(PriceTier.class),
                new PlanTerms(row.getMinimumPeriods(), row.getNoticeDays(), row.getTerms()),
                row.getPublishedAt(),
                row.getRetiredAt(),
                row.getVersion());
    }

    /** Of every amount of this version. */
    public Currency currency() {
        return recurring.currency();
    }

    public PlanVersionStatus status() {
        return retiredAt == null ? PlanVersionStatus.CURRENT : PlanVersionStatus.RETIRED;
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("planId", planId)
                .with("number", number)
                .with("status", status())
                .with("billingPeriod", billingPeriod)
                .with("currency", currency().getCurrencyCode())
                .with("setup", setup.amount().toPlainString())
                .with("recurring", recurring.amount().toPlainString())
                .with("tierMode", tierMode)
                .with("tiers", tiers)
                .with("terms", terms)
                .with("publishedAt", publishedAt)
                .with("retiredAt", retiredAt)
                .with("version", version);
    }
}
