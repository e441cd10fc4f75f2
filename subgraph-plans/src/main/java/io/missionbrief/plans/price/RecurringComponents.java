package io.missionbrief.plans.price;

import io.missionbrief.plans.version.PlanVersion;
import io.missionbrief.plans.version.PriceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the recurring amount of a quantity comes about, tier by tier and exact. */
final class RecurringComponents {

    private static final int FIRST_UNIT = 1;

    private RecurringComponents() {}

    static List<PlanPriceComponent> of(PlanVersion version, int quantity) {
        return switch (version.tierMode()) {
            case GRADUATED -> graduated(version, quantity);
            case VOLUME -> volume(version, quantity);
        };
    }

    private static List<PlanPriceComponent> graduated(PlanVersion version, int quantity) {
        List<PriceTier> tiers = fromTheFirstUnit(version);
        List<PlanPriceComponent> components = new ArrayList<>();
        for (int place = 0; place < tiers.size(); place++) {
            PriceTier tier = tiers.get(place);
            int last = place + 1 < tiers.size()
                    ? Math.min(quantity, tiers.get(place + 1).fromQuantity() - 1)
                    : quantity;
            int units = last - tier.fromQuantity() + 1;
            if (units > 0) {
                components.add(
                        component(version, units, tier.unitPrice(), " (from unit " + tier.fromQuantity() + " on)"));
            }
        }
        return components;
    }

    private static List<PlanPriceComponent> volume(PlanVersion version, int quantity) {
        PriceTier reached = fromTheFirstUnit(version).stream()
                .filter(tier -> tier.fromQuantity() <= quantity)
                .reduce((_, later) -> later)
                .orElseThrow();
        return List.of(component(
                version, quantity, reached.unitPrice(), " (for " + reached.fromQuantity() + " units or more)"));
    }

    /** The tiers, with the version's own recurring amount below the first of them. */
    private static List<PriceTier> fromTheFirstUnit(PlanVersion version) {
        List<PriceTier> tiers = new ArrayList<>(version.tiers());
        if (tiers.isEmpty() || tiers.getFirst().fromQuantity() > FIRST_UNIT) {
            tiers.addFirst(new PriceTier(FIRST_UNIT, version.recurring().amount()));
        }
        return tiers;
    }

    private static PlanPriceComponent component(PlanVersion version, int units, BigDecimal unitPrice, String tier) {
        String each = units + (units == 1 ? " unit at " : " units at ") + unitPrice.toPlainString() + " "
                + version.currency().getCurrencyCode();
        return new PlanPriceComponent(
                PlanPriceComponentKind.RECURRING, version.tiers().isEmpty() ? each : each + tier, units, unitPrice);
    }
}
