package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCursorTest {

    @Test
    void comesBackAsItWasGiven() {
        var cursor = new EventCursor("0123456789ab", 42);

        assertThat(EventCursor.parse("after", cursor.encoded())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "42",
                "MDEyMzQ1Njc4OWFi",
                "MDEyMzQ1Njc4OWFiLi0x",
                "MDEyMzQ1Njc4OWFiLjk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk"
            })
    void anythingElseIsBadInputThatNamesTheArgument(String text) {
        assertThatThrownBy(() -> EventCursor.parse("after", text)).isInstanceOfSatisfying(RequestException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(e.extensions()).containsEntry("field", "after");
        });
    }
}
