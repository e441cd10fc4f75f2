package io.missionbrief.subgraph.graphql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, in major units: 12.50 EUR. A unit price may have more decimals than the currency has.
 *
 * @param amount in major units, of either sign
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    /**
     * An amount counted in minor units.
     *
     * @param minor in the currency's minor units, such as cents
     */
    public static Money ofMinor(long minor, Currency currency) {
        return new Money(BigDecimal.valueOf(minor, decimals(currency)), currency);
    }

    /**
     * An amount counted in minor units.
     *
     * @param minor in the currency's minor units, such as cents
     * @throws IllegalArgumentException when the code is not one of ISO 4217
     */
    public static Money ofMinor(long minor, String currencyCode) {
        return ofMinor(minor, Currency.getInstance(currencyCode));
    }

    /**
     * The amount in the currency's minor units, a half rounded to the even neighbour.
     *
     * @throws ArithmeticException when the amount exceeds 64 bits
     */
    public long toMinor() {
        return rounded().unscaledValue().longValueExact();
    }

    /** The same amount with the currency's decimals, a half rounded to the even neighbour. */
    public BigDecimal rounded() {
        return amount.setScale(decimals(currency), RoundingMode.HALF_EVEN);
    }

    /** The currency's ISO 4217 code, such as EUR. */
    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** How many decimals the currency's minor unit has; 0 for those without one, such as XAU. */
    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
