package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            40001, CONFLICT
            40P01, CONFLICT
            55P03, CONFLICT
            57014, SERVICE_UNAVAILABLE
            08006, SERVICE_UNAVAILABLE
            25006, SERVICE_UNAVAILABLE
            25P03, SERVICE_UNAVAILABLE
            53100, SERVICE_UNAVAILABLE
            53200, SERVICE_UNAVAILABLE
            53300, SERVICE_UNAVAILABLE
            57P01, SERVICE_UNAVAILABLE
            22021, BAD_USER_INPUT
            22P05, BAD_USER_INPUT
            """)
    void whatTheCallerCanMendOrWaitOutHasItsCode(String state, ErrorCode code) {
        assertThat(DatabaseFailure.of(failure(state))).isInstanceOfSatisfying(RequestException.class, told -> {
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.getMessage()).doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "23505", "XX000"})
    void whatIsOursStaysAFailure(String state) {
        DataAccessException failure = failure(state);

        assertThat(DatabaseFailure.of(failure)).isSameAs(failure);
    }

    private static DataAccessException failure(String state) {
        return new DataAccessException("secret", new SQLException("secret", state));
    }
}
