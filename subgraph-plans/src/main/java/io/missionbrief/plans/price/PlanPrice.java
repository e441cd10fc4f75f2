package io.missionbrief.plans.price;

import io.missionbrief.plans.plan.ActiveDates;
import io.missionbrief.plans.plan.BillingPeriod;
import io.missionbrief.plans.version.PlanVersion;
import io.missionbrief.subgraph.graphql.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a quantity of a plan version costs on a day.
 *
 * @param on the day of the sale (UTC)
 * @param unavailableBecause why it cannot be sold on that day; null when it can
 * @param recurring for all units, rounded once
 * @param components exact steps that sum up to setup and recurring
 */
record PlanPrice(
        PlanVersion planVersion,
        int quantity,
        LocalDate on,
        @Nullable PlanPriceUnavailability unavailableBecause,
        Money recurring,
        List<PlanPriceComponent> components) {

    PlanPrice {
        components = List.copyOf(components);
    }

    static PlanPrice of(PlanVersion version, ActiveDates dates, int quantity, LocalDate on) {
        List<PlanPriceComponent> components = new ArrayList<>();
        if (version.setup().amount().signum() > 0) {
            components.add(new PlanPriceComponent(
                    PlanPriceComponentKind.SETUP,
                    "Setup, once",
                    1,
                    version.setup().amount()));
        }
        List<PlanPriceComponent> recurring = RecurringComponents.of(version, quantity);
        components.addAll(recurring);
        BigDecimal exact = recurring.stream().map(PlanPriceComponent::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Money rounded = new Money(new Money(exact, version.currency()).rounded(), version.currency());
        BigDecimal difference = rounded.amount().subtract(exact);
        if (difference.signum() != 0) {
            components.add(new PlanPriceComponent(
                    PlanPriceComponentKind.ROUNDING,
                    "Rounded to " + rounded.amount().toPlainString() + ", a half to the even neighbour",
                    1,
                    difference));
        }
        return new PlanPrice(
                version, quantity, on, PlanPriceUnavailability.of(version, dates, on), rounded, components);
    }

    public boolean available() {
        return unavailableBecause == null;
    }

    public BillingPeriod billingPeriod() {
        return planVersion.billingPeriod();
    }

    public Money setup() {
        return planVersion.setup();
    }

    /** Setup and first billing period together. */
    public Money firstPayment() {
        return new Money(setup().amount().add(recurring.amount()), recurring.currency());
    }
}
