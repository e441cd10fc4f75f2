package io.missionbrief.subgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.345, EUR, 1234",
        "12.355, EUR, 1236",
        "-12.345, EUR, -1234",
        "0.5, JPY, 0",
        "1.5, JPY, 2",
        "1.2345, KWD, 1234",
    })
    void halfAMinorUnitGoesToTheEvenNeighbour(String amount, String currency, long minor) {
        assertThat(money(amount, currency).toMinor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"1250, EUR, 12.50", "-1, EUR, -0.01", "1250, JPY, 1250", "1250, KWD, 1.250", "7, XAU, 7"})
    void minorUnitsHaveTheDecimalsOfTheirCurrency(long minor, String currency, String amount) {
        assertThat(Money.ofMinor(minor, currency)).isEqualTo(money(amount, currency));
        assertThat(Money.ofMinor(minor, currency).toMinor()).isEqualTo(minor);
    }

    @Test
    void anAmountThatIsTooLargeIsNotCutOff() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> money("99999999999999999999", "EUR").toMinor());
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
