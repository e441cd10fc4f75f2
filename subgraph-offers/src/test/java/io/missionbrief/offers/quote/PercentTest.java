package io.missionbrief.offers.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "7.5", "33.33", "100", "100.00", "1E+1"})
    void takesSharesWithTwoDecimals(String percent) {
        assertThat(Percent.of(new BigDecimal(percent)))
                .hasValueSatisfying(share -> assertThat(share.inPercent()).isEqualByComparingTo(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "0.001", "1E+9", "1E-9"})
    void refusesWhatIsOutOfRangeOrTooFine(String percent) {
        assertThat(Percent.of(new BigDecimal(percent))).isEmpty();
    }

    @Test
    void isExactBeforeRounding() {
        assertThat(new Percent(3_333).of(100)).isEqualByComparingTo("33.33");
    }
}
