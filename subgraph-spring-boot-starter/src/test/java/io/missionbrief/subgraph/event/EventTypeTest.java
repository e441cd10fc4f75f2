package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @Test
    void beginsWithTheKindOfObject() {
        assertThat(new EventType("PlanVersion.Published").objectType()).isEqualTo("PlanVersion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lead", "Lead.", ".New", "lead.New", "Lead.new", "Lead.Status.Change", "Lead.New "})
    void hasAnObjectAndWhatHappenedToIt(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventType(name))
                .withMessageContaining("Lead.StatusChange");
    }
}
