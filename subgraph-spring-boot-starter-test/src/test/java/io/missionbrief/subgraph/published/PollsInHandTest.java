package io.missionbrief.subgraph.published;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.error.RequestException;
import org.junit.jupiter.api.Test;

class PollsInHandTest {

    private final PollsInHand polls = new PollsInHand(1);

    @Test
    void refusesWhoComesWhileAllPlacesAreTaken() {
        try (var _ = polls.take()) {
            assertThatThrownBy(polls::take)
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("try again in 5 seconds");
        }

        assertThatCode(() -> polls.take().close()).doesNotThrowAnyException();
    }
}
