package io.missionbrief.subgraph.test.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsPictureTest {

    private static final DoorsPicture DOORS =
            new DoorsPicture("io.example", Map.of("hall", List.of(), "kitchen", List.of("hall", "jooq")));

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void page() throws IOException {
        page = Files.writeString(folder.resolve("doors.md"), """
                # Doors

                <!-- doors: io.example -->
                ```mermaid
                flowchart BT
                    hall_[hall]
                    kitchen_[kitchen]
                    kitchen_ --> hall_
                    kitchen_ --> jooq_[(tables)]
                ```
                """);
    }

    @Test
    void isTheOneOfTheRules() {
        assertThatCode(() -> DOORS.assertShownOn(page)).doesNotThrowAnyException();
    }

    @Test
    void aDoorThatOnlyThePictureHasIsALie() throws IOException {
        Files.writeString(page, Files.readString(page).replace("```\n", "    hall_ --> kitchen_\n```\n"));

        assertThatThrownBy(() -> DOORS.assertShownOn(page))
                .hasMessageContaining("docs/doors.md does not show the doors of io.example")
                .hasMessageContaining("--golden")
                .hasMessageContaining("kitchen_ --> hall_");
    }

    @Test
    void aDoorThatOnlyTheRulesHaveIsMissed() throws IOException {
        Files.writeString(page, Files.readString(page).replace("    kitchen_ --> hall_\n", ""));

        assertThatThrownBy(() -> DOORS.assertShownOn(page)).isInstanceOf(AssertionError.class);
    }

    @Test
    void ofAPackageThatThePageDoesNotHaveIsMissed() {
        assertThatThrownBy(() -> new DoorsPicture("io.other", Map.of("attic", List.of())).assertShownOn(page))
                .hasMessageContaining("io.other");
    }
}
