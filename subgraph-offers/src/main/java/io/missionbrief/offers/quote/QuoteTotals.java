package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.graphql.Money;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sums over the lines of a revision, in minor units of the currency.
 *
 * @param currency an ISO 4217 code
 */
public record QuoteTotals(
        String currency, long setupNetMinor, long setupTaxMinor, long recurringNetMinor, long recurringTaxMinor) {

    /** @param lines at least one, all in one currency */
    static QuoteTotals of(List<QuoteLine> lines) {
        return new QuoteTotals(
                lines.getFirst().currency(),
                sum(lines, QuoteLine::setupNetMinor),
                sum(lines, QuoteLine::setupTaxMinor),
                sum(lines, QuoteLine::recurringNetMinor),
                sum(lines, QuoteLine::recurringTaxMinor));
    }

    public Money setupNet() {
        return Money.ofMinor(setupNetMinor, currency);
    }

    public Money setupTax() {
        return Money.ofMinor(setupTaxMinor, currency);
    }

    public Money setupTotal() {
        return Money.ofMinor(Math.addExact(setupNetMinor, setupTaxMinor), currency);
    }

    public Money recurringNet() {
        return Money.ofMinor(recurringNetMinor, currency);
    }

    public Money recurringTax() {
        return Money.ofMinor(recurringTaxMinor, currency);
    }

    public Money recurringTotal() {
        return Money.ofMinor(Math.addExact(recurringNetMinor, recurringTaxMinor), currency);
    }

    private static long sum(List<QuoteLine> lines, ToLongFunction<QuoteLine> amount) {
        return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
