package io.missionbrief.subgraph.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputCheckTest {

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Outcome<String> outcome = new InputCheck()
                .text("name", " ", 10)
                .required("period", null)
                .optionalText("description", "too long", 3)
                .range("lines.0.quantity", 0, 1, 5)
                .then(() -> Outcome.done("changed"));

        assertThat(outcome.<List<UserErrorCode>>fold(
                        _ -> List.of(),
                        errors -> errors.stream().map(UserError::code).toList()))
                .containsExactly(
                        UserErrorCode.REQUIRED,
                        UserErrorCode.REQUIRED,
                        UserErrorCode.INVALID_VALUE,
                        UserErrorCode.INVALID_VALUE);
        assertThat(outcome.<List<String>>fold(
                        _ -> List.of(), errors -> errors.get(3).field()))
                .containsExactly("input", "lines", "0", "quantity");
    }

    @Test
    void makesTheChangeWhenNothingIsWrong() {
        Outcome<String> outcome = new InputCheck()
                .text("name", "Gold", 10)
                .optionalText("description", null, 3)
                .that(true, "name", "never said")
                .then(() -> Outcome.done("changed"));

        assertThat(outcome).isEqualTo(Outcome.done("changed"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        Outcome<String> outcome = new InputCheck().text("name", "🦉🦉🦉", 3).then(() -> Outcome.done("changed"));

        assertThat(outcome).isEqualTo(Outcome.done("changed"));
    }
}
