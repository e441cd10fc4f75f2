package io.missionbrief.plans.price;

import static io.missionbrief.plans.version.PriceTierMode.GRADUATED;
import static io.missionbrief.plans.version.PriceTierMode.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.plans.plan.ActiveDates;
import io.missionbrief.plans.plan.BillingPeriod;
import io.missionbrief.plans.version.PlanTerms;
import io.missionbrief.plans.version.PlanVersion;
import io.missionbrief.plans.version.PriceTier;
import io.missionbrief.plans.version.PriceTierMode;
import io.missionbrief.subgraph.graphql.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    private static final ActiveDates ALWAYS = new ActiveDates(null, null);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final OffsetDateTime EARLIER =
            DAY.minusDays(10).atStartOfDay().atOffset(ZoneOffset.UTC);

    @Test
    void withoutTiersEveryUnitCostsTheRecurringAmountAndSetupIsChargedOnce() {
        PlanPrice price = PlanPrice.of(version("EUR", "25.00", "10.00", GRADUATED), ALWAYS, 3, DAY);

        assertThat(price.setup().amount()).isEqualTo("25.00");
        assertThat(price.recurring().amount()).isEqualTo("30.00");
        assertThat(price.firstPayment().amount()).isEqualTo("55.00");
        assertThat(price.components())
                .extracting(PlanPriceComponent::description)
                .containsExactly("Setup, once", "3 units at 10.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({"1, 10.00", "10, 100.00", "11, 109.00", "20, 190.00", "21, 198.00", "100, 830.00"})
    void graduatedTiersPriceEachUnitByItsOwnTier(int quantity, String recurring) {
        PlanVersion version = version("EUR", "0.00", "10.00", GRADUATED, tier(11, "9"), tier(21, "8"));

        assertThat(PlanPrice.of(version, ALWAYS, quantity, DAY).recurring().amount())
                .isEqualTo(recurring);
    }

    @ParameterizedTest
    @CsvSource({"1, 10.00", "10, 100.00", "11, 99.00", "20, 180.00", "21, 168.00"})
    void volumeTiersPriceEveryUnitByTheTierOfTheWholeQuantity(int quantity, String recurring) {
        PlanVersion version = version("EUR", "0.00", "10.00", VOLUME, tier(11, "9"), tier(21, "8"));

        assertThat(PlanPrice.of(version, ALWAYS, quantity, DAY).recurring().amount())
                .isEqualTo(recurring);
    }

    @Test
    void aTierFromTheFirstUnitLeavesNothingToTheRecurringAmount() {
        PlanVersion version = version("EUR", "0.00", "10.00", GRADUATED, tier(1, "7"));

        assertThat(PlanPrice.of(version, ALWAYS, 2, DAY).recurring().amount()).isEqualTo("14.00");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 0.005, 1, 0.00",
        "EUR, 0.005, 3, 0.02",
        "EUR, 0.0025, 1000, 2.50",
        "EUR, 0.000001, 1000000, 1.00",
        "JPY, 0.5, 1, 0",
        "JPY, 0.5, 3, 2",
        "KWD, 0.0005, 1, 0.000",
        "KWD, 0.0005, 3, 0.002",
    })
    void aSumBelowTheMinorUnitIsRoundedOnceAndHalfToEven(
            String currency, String unitPrice, int quantity, String recurring) {
        PlanVersion version = version(currency, "0", "0", GRADUATED, tier(1, unitPrice));

        assertThat(PlanPrice.of(version, ALWAYS, quantity, DAY).recurring().amount())
                .isEqualTo(recurring);
    }

    @Test
    void theComponentsSumUpToTheAmounts() {
        PlanVersion version = version("EUR", "25.00", "0.015", GRADUATED, tier(4, "0.0333"));

        PlanPrice price = PlanPrice.of(version, ALWAYS, 10, DAY);

        assertThat(price.components())
                .extracting(PlanPriceComponent::kind)
                .containsExactly(
                        PlanPriceComponentKind.SETUP,
                        PlanPriceComponentKind.RECURRING,
                        PlanPriceComponentKind.RECURRING,
                        PlanPriceComponentKind.ROUNDING);
        assertThat(price.components().stream().map(PlanPriceComponent::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(price.firstPayment().amount());
    }

    @Test
    void theGreatestPriceStillFitsTheMinorUnitsOfTheDatabase() {
        PlanVersion version = version("EUR", "0.00", "10000000000.00", GRADUATED);

        assertThat(PlanPrice.of(version, ALWAYS, 1_000_000, DAY).recurring().toMinor())
                .isEqualTo(1_000_000_000_000_000_000L);
    }

    @Test
    void aPriceCanBeHadFromThePublicationToTheDayBeforeTheRetirement() {
        OffsetDateTime retiredAt = DAY.plusDays(1).atTime(9, 30).atOffset(ZoneOffset.UTC);
        PlanVersion version = version("EUR", "0.00", "10.00", GRADUATED, retiredAt);

        assertThat(unavailable(version, ALWAYS, EARLIER.toLocalDate().minusDays(1)))
                .isEqualTo(PlanPriceUnavailability.NOT_YET_PUBLISHED);
        assertThat(unavailable(version, ALWAYS, EARLIER.toLocalDate())).isNull();
        assertThat(unavailable(version, ALWAYS, DAY)).isNull();
        assertThat(unavailable(version, ALWAYS, DAY.plusDays(1))).isEqualTo(PlanPriceUnavailability.RETIRED);
    }

    @Test
    void thePlansDatesAreBothIncluded() {
        PlanVersion version = version("EUR", "0.00", "10.00", GRADUATED);
        ActiveDates dates = new ActiveDates(DAY, DAY.plusDays(1));

        assertThat(unavailable(version, dates, DAY.minusDays(1)))
                .isEqualTo(PlanPriceUnavailability.OUTSIDE_ACTIVE_DATES);
        assertThat(unavailable(version, dates, DAY)).isNull();
        assertThat(unavailable(version, dates, DAY.plusDays(1))).isNull();
        assertThat(unavailable(version, dates, DAY.plusDays(2)))
                .isEqualTo(PlanPriceUnavailability.OUTSIDE_ACTIVE_DATES);
    }

    private static @Nullable PlanPriceUnavailability unavailable(PlanVersion version, ActiveDates dates, LocalDate on) {
        return PlanPrice.of(version, dates, 1, on).unavailableBecause();
    }

    private static PriceTier tier(int fromQuantity, String unitPrice) {
        return new PriceTier(fromQuantity, new BigDecimal(unitPrice));
    }

    private static PlanVersion version(
            String currency, String setup, String recurring, PriceTierMode mode, PriceTier... tiers) {
        return version(currency, setup, recurring, mode, null, tiers);
    }

    private static PlanVersion version(
            String currency,
            String setup,
            String recurring,
            PriceTierMode mode,
            @Nullable OffsetDateTime retiredAt,
            PriceTier... tiers) {
        return new PlanVersion(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                BillingPeriod.MONTHLY,
                money(setup, currency),
                money(recurring, currency),
                mode,
                List.of(tiers),
                new PlanTerms(0, 0, null),
                EARLIER,
                retiredAt,
                1);
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
