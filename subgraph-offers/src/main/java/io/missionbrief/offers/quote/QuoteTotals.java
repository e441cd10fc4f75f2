package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.graphql.Money;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Sums over the lines of a revision, in minor units of the currency.
 *
 * @param currency an ISO 4217 code
 */
public record QuoteTotals(
        String currency, long setupNetMinor, long setupTaxMinor, long recurringNetMinor, long recurringTaxMinor) {

    /** The most that lines may come to, with tax, in minor units: what is added to it still fits 64 bits. */
    static final long MOST_MINOR = 1_000_000_000_000_000_000L;

    /** Whether lines come to no more than {@link #MOST_MINOR}, once as well as each billing period. */
    static boolean fit(List<QuoteLine> lines) {
        BigInteger most = BigInteger.valueOf(MOST_MINOR);
        BigInteger setup = exactSum(lines, QuoteLine::setupNetMinor, QuoteLine::setupTaxMinor);
        BigInteger recurring = exactSum(lines, QuoteLine::recurringNetMinor, QuoteLine::recurringTaxMinor);
        return setup.max(recurring).compareTo(most) <= 0;
    }

    /**
     * The sums over the lines.
     *
     * @param lines that {@link #fit}, at least one, all in one currency
     */
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

    /** The sums as events tell them: decimal strings, in {@link #currency}. */
    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("setupNet", setupNet().amount().toPlainString());
        state.put("setupTax", setupTax().amount().toPlainString());
        state.put("setupTotal", setupTotal().amount().toPlainString());
        state.put("recurringNet", recurringNet().amount().toPlainString());
        state.put("recurringTax", recurringTax().amount().toPlainString());
        state.put("recurringTotal", recurringTotal().amount().toPlainString());
        return state;
    }

    private static BigInteger exactSum(
            List<QuoteLine> lines, ToLongFunction<QuoteLine> net, ToLongFunction<QuoteLine> tax) {
        return lines.stream()
                .flatMap(line -> Stream.of(net.applyAsLong(line), tax.applyAsLong(line)))
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long sum(List<QuoteLine> lines, ToLongFunction<QuoteLine> amount) {
        return lines.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
