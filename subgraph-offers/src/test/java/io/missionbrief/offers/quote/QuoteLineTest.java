package io.missionbrief.offers.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.offers.plan.BillingPeriod;
import io.missionbrief.offers.plan.PlanPrice;
import io.missionbrief.offers.plan.PlanPrice.Availability;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteLineTest {

    @Test
    void takesTheDiscountOffAndPutsTheTaxOnTop() {
        QuoteLine line = line(10_000, 2_000, 1_000, 1_900);

        assertThat(line.setupNetMinor()).isEqualTo(9_000);
        assertThat(line.setupTaxMinor()).isEqualTo(1_710);
        assertThat(line.recurringNetMinor()).isEqualTo(1_800);
        assertThat(line.recurringTaxMinor()).isEqualTo(342);
    }

    @Test
    void roundsAHalfToTheEvenNeighbour() {
        assertThat(line(0, 25, 1_000, 0).recurringNetMinor()).isEqualTo(23);
        assertThat(line(0, 35, 1_000, 0).recurringNetMinor()).isEqualTo(31);
    }

    @Test
    void explainsEachAmountByStepsThatAddUp() {
        QuoteLine line = line(1_999, 3_333, 1_250, 700);

        long explained = line.steps().stream().mapToLong(PriceStep::minor).sum();

        assertThat(explained)
                .isEqualTo(line.setupNetMinor()
                        + line.setupTaxMinor()
                        + line.recurringNetMinor()
                        + line.recurringTaxMinor());
    }

    private static QuoteLine line(long setup, long recurring, int discount, int taxRate) {
        PlanPrice price = new PlanPrice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Fibre",
                BillingPeriod.MONTHLY,
                "EUR",
                setup,
                recurring,
                Availability.AVAILABLE);
        return QuoteLine.of(price, 1, new Percent(discount), new Percent(taxRate));
    }
}
