package io.missionbrief.offers.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.offers.plan.BillingPeriod;
import io.missionbrief.offers.plan.PlanPrice;
import io.missionbrief.offers.plan.PlanPrice.Availability;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTotalsTest {

    /** What plans takes at the most: 10^12 minor units, a million times. */
    private static final long DEAREST = 1_000_000_000_000_000_000L;

    @Test
    void takeWhatFitsAndNoMinorUnitMore() {
        assertThat(QuoteTotals.fit(List.of(line(DEAREST, 0)))).isTrue();
        assertThat(QuoteTotals.fit(List.of(line(DEAREST, 0), line(1, 0)))).isFalse();
    }

    @Test
    void countTheTax() {
        assertThat(QuoteTotals.fit(List.of(line(DEAREST, 1)))).isFalse();
    }

    @Test
    void refuseWhatExceeds64Bits() {
        assertThat(QuoteTotals.fit(Collections.nCopies(50, line(DEAREST, 10_000))))
                .isFalse();
    }

    private static QuoteLine line(long recurring, int taxRate) {
        PlanPrice price = new PlanPrice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Fibre",
                BillingPeriod.MONTHLY,
                "EUR",
                0,
                recurring,
                Availability.AVAILABLE);
        return QuoteLine.of(price, 1, new Percent(0), new Percent(taxRate));
    }
}
