package io.missionbrief.offers.quote;

import io.missionbrief.offers.jooq.tables.records.QuoteLineRecord;
import io.missionbrief.offers.plan.BillingPeriod;
import io.missionbrief.offers.plan.Plan;
import io.missionbrief.offers.plan.PlanPrice;
import io.missionbrief.offers.plan.PlanVersion;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.json.JsonDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A priced line, Amounts are in minor units of the currency; each
 * is rounded once, a half to the even neighbour.
 *
 * @param description the plan's name when it was priced
 * @param billingPeriod how often the recurring amount is charged
 * @param discount off the list price
 * @param taxRate of the net amount
 * @param currency an ISO 4217 code
 * @param setupNetMinor charged once, after discount, without tax
 * @param recurringNetMinor charged each billing period, after discount, without tax
 * @param steps from the list price to what is charged
 */
public record QuoteLine(
        UUID planId,
        UUID planVersionId,
        String description,
        BillingPeriod billingPeriod,
        int quantity,
        Percent discount,
        Percent taxRate,
        String currency,
        long setupNetMinor,
        long setupTaxMinor,
        long recurringNetMinor,
        long recurringTaxMinor,
        List<PriceStep> steps) {

    public QuoteLine {
        steps = List.copyOf(steps);
    }

    static QuoteLine of(QuoteLineRecord row, String currency) {
        return new QuoteLine(
                row.getPlanId(),
                row.getPlanVersionId(),
                row.getDescription(),
                BillingPeriod.valueOf(row.getBillingPeriod()),
                row.getQuantity(),
                new Percent(row.getDiscount()),
                new Percent(row.getTaxRate()),
                currency,
                row.getSetupNet(),
                row.getSetupTax(),
                row.getRecurringNet(),
                row.getRecurringTax(),
                JsonDocument.of(row.getExplanation()).list(PriceStep.class));
    }

    /** Takes the discount off both amounts of the list price, and puts the tax on top. */
    static QuoteLine of(PlanPrice price, int quantity, Percent discount, Percent taxRate) {
        List<PriceStep> steps = new ArrayList<>();
        long setupNet = net("Setup", price.setupMinor(), discount, steps);
        long setupTax = tax("Setup", setupNet, taxRate, steps);
        long recurringNet = net("Recurring", price.recurringMinor(), discount, steps);
        long recurringTax = tax("Recurring", recurringNet, taxRate, steps);
        return new QuoteLine(
                price.planId(),
                price.planVersionId(),
                price.planName(),
                price.billingPeriod(),
                quantity,
                discount,
                taxRate,
                price.currency(),
                setupNet,
                setupTax,
                recurringNet,
                recurringTax,
                steps);
    }

    public Plan plan() {
        return new Plan(planId);
    }

    public PlanVersion planVersion() {
        return new PlanVersion(planVersionId);
    }

    public BigDecimal discountPercent() {
        return discount.inPercent();
    }

    public BigDecimal taxPercent() {
        return taxRate.inPercent();
    }

    public Money setupNet() {
        return Money.ofMinor(setupNetMinor, currency);
    }

    public Money setupTax() {
        return Money.ofMinor(setupTaxMinor, currency);
    }

    public Money recurringNet() {
        return Money.ofMinor(recurringNetMinor, currency);
    }

    public Money recurringTax() {
        return Money.ofMinor(recurringTaxMinor, currency);
    }

    /** The steps, as the schema shows them. */
    public List<ShownStep> explanation() {
        return steps.stream()
                .map(step -> new ShownStep(step.description(), Money.ofMinor(step.minor(), currency)))
                .toList();
    }

    /** A {@link PriceStep} as the schema shows it. */
    public record ShownStep(String description, Money amount) {}

    private static long net(String kind, long list, Percent discount, List<PriceStep> steps) {
        long reduction = round(discount.of(list));
        steps.add(new PriceStep(kind + " list price", list));
        if (reduction > 0) {
            steps.add(new PriceStep(kind + " discount of " + discount, -reduction));
        }
        return list - reduction;
    }

    private static long tax(String kind, long net, Percent rate, List<PriceStep> steps) {
        long tax = round(rate.of(net));
        if (tax > 0) {
            steps.add(new PriceStep(kind + " tax of " + rate, tax));
        }
        return tax;
    }

    private static long round(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
