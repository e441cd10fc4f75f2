package io.missionbrief.plans.price;

import java.math.BigDecimal;

/**
 * A step of the calculation of a price.
 *
 * @param description the step in words
 * @param unitPrice what one costs, in major units of the currency, exact
 */
record PlanPriceComponent(PlanPriceComponentKind kind, String description, int quantity, BigDecimal unitPrice) {

    /** Quantity times unit price, exact. */
    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
