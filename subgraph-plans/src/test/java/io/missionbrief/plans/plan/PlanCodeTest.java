package io.missionbrief.plans.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCodeTest {

    @Test
    void isTheSameInUpperAndLowerCase() {
        assertThat(PlanCode.parse(" gold-12_m ")).contains(new PlanCode("GOLD-12_M"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-GOLD",
                "GO LD",
                "GÖLD",
                "A123456789B123456789C123456789D123456789E123456789F1234567890123"
            })
    void isNothingElse(String text) {
        assertThat(PlanCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanCode(text));
    }
}
