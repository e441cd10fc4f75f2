package io.missionbrief.subgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdTest {

    @Test
    void readsAnIdInUpperAndLowerCase() {
        UUID id = UUID.randomUUID();

        assertThat(ObjectId.parse("id", id.toString())).isEqualTo(id);
        assertThat(ObjectId.parse("id", id.toString().toUpperCase(Locale.ROOT))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "1-1-1-1-1", "0199000000007000800000000000abcd", "'; drop table plan; --"})
    void namesTheFieldOfWhatIsNoId(String malformed) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> ObjectId.parse("input.planId", malformed))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(refused.extensions()).containsEntry("field", "input.planId");
                });
        assertThat(ObjectId.parseOrNull(malformed)).isNull();
    }
}
