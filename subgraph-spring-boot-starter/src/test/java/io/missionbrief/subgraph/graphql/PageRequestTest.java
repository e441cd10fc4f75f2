package io.missionbrief.subgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.error.RequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @Test
    void withoutArgumentsItIsTheFirstTwentyRows() {
        assertThat(PageRequest.of(null, null, null, null)).isEqualTo(new PageRequest(20, false, null));
    }

    @Test
    void lastAndBeforeWalkBackward() {
        assertThat(PageRequest.of(null, null, 5, null)).isEqualTo(new PageRequest(5, true, null));
        assertThat(PageRequest.of(null, null, null, "b")).isEqualTo(new PageRequest(20, true, "b"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,,,, first",
        "101,,,, first",
        "-1,a,,, first",
        ",,0,, last",
        ",,101,b, last",
        "1,,1,, first",
        ",a,1,, after",
        ",a,,b, after",
        "1,,,b, first",
    })
    void whatMakesNoPageIsRefusedByItsName(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            String argument) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> PageRequest.of(first, after, last, before))
                .matches(refusal -> argument.equals(refusal.extensions().get("field")))
                .withMessageContaining("'" + argument + "'");
    }
}
