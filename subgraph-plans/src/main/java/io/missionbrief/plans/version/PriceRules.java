package io.missionbrief.plans.version;

import io.missionbrief.subgraph.mutation.InputCheck;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What may be asked for a plan. */
final class PriceRules {

    private static final int QUANTITY = 1_000_000;
    private static final int TIERS = 20;
    private static final int UNIT_PRICE_DECIMALS = 6;
    private static final int PERIODS = 1_200;
    private static final int DAYS = 3_650;
    private static final int TEXT = 20_000;

    /** The greatest amount in minor units: that of the greatest quantity still fits 64 bits. */
    private static final long MINOR_UNITS = 1_000_000_000_000L;

    private PriceRules() {}

    static void amount(InputCheck check, String field, BigDecimal amount, Currency currency) {
        price(check, field, amount, currency, decimals(currency));
    }

    static void tiers(InputCheck check, List<PriceTier> tiers, Currency currency) {
        check.that(
                tiers.size() <= TIERS,
                "tiers",
                "A version has at most " + TIERS + " tiers, not " + tiers.size() + ": join some of them");
        int least = 1;
        for (int place = 0; place < tiers.size(); place++) {
            String field = "tiers." + place;
            check.range(field + ".fromQuantity", tiers.get(place).fromQuantity(), least, QUANTITY);
            price(check, field + ".unitPrice", tiers.get(place).unitPrice(), currency, UNIT_PRICE_DECIMALS);
            least = Math.max(least, tiers.get(place).fromQuantity() + 1);
        }
    }

    static void terms(InputCheck check, PlanTerms terms) {
        check.range("terms.minimumPeriods", terms.minimumPeriods(), 0, PERIODS)
                .range("terms.noticeDays", terms.noticeDays(), 0, DAYS)
                .optionalText("terms.text", terms.text(), TEXT);
    }

    private static void price(InputCheck check, String field, BigDecimal price, Currency currency, int decimals) {
        BigDecimal maximum = BigDecimal.valueOf(MINOR_UNITS, decimals(currency));
        String given = "'" + field + "' is " + price.toPlainString();
        check.that(price.signum() >= 0, field, given + ": give an amount that is not negative")
                .that(price.compareTo(maximum) <= 0, field, given + ": give at most " + maximum.toPlainString())
                .that(
                        price.stripTrailingZeros().scale() <= decimals,
                        field,
                        given + ": give at most " + decimals + " decimals");
    }

    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
