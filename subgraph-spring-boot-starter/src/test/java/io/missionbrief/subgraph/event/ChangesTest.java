package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void tellsWhatAFieldWasAndWhatItBecame() {
        Map<String, @Nullable Object> before = new HashMap<>(Map.of("name", "Gold", "version", 1));
        Map<String, @Nullable Object> after = new HashMap<>(Map.of("name", "Gold", "version", 2));

        assertThat(Changes.between(before, after)).containsExactly(Map.entry("version", new Change(1, 2)));
    }

    @Test
    void aFieldThatIsEmptiedChanges() {
        Map<String, @Nullable Object> before = new HashMap<>(Map.of("name", "Gold"));
        Map<String, @Nullable Object> after = new HashMap<>();
        after.put("name", null);

        assertThat(Changes.between(before, after)).containsExactly(Map.entry("name", new Change("Gold", null)));
    }

    @Test
    void ofANewObjectEveryFieldWithAValueIsAChange() {
        Map<String, @Nullable Object> after = new HashMap<>();
        after.put("name", "Gold");
        after.put("description", null);

        assertThat(Changes.between(Map.of(), after)).containsOnlyKeys("name");
    }
}
