package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {

    @TempDir
    Path folder;

    private Diagnosis diagnosis;

    @BeforeEach
    void locate() {
        diagnosis = new Diagnosis(new StackDirectory(folder), false);
    }

    @Test
    void theDatabaseIsNamedAndNotTheSubgraphThatWaitedForIt() {
        StartFailure database = new StartFailure("PostgreSQL did not start");

        StartFailure told = diagnosis.of(new SubgraphFailure(LocalSubgraph.LEADS, new CompletionException(database)));

        assertThat(told).hasMessage("PostgreSQL did not start");
    }

    @Test
    void aSubgraphIsNamedWithTheCauseInOneLineAndItsLog() {
        RuntimeException cause = new IllegalStateException("no such bean\nConsider defining one");

        StartFailure told = diagnosis.of(new SubgraphFailure(LocalSubgraph.LEADS, cause));

        assertThat(told.getMessage())
                .startsWith("subgraph leads did not start (no such bean); see ")
                .endsWith("stack.log");
    }

    @Test
    void aLostDatabaseIsNamedWhateverElseFailedForIt() {
        StartFailure told = new Diagnosis(new StackDirectory(folder), true)
                .of(new SubgraphFailure(LocalSubgraph.LEADS, new IOException("Connection refused")));

        assertThat(told).hasMessageStartingWith("PostgreSQL ended during the start; see ");
    }

    @Test
    void aFullDiskIsNamedWhereverItWasMet() {
        IOException cause = new IOException("No space left on device");

        StartFailure told = diagnosis.of(new SubgraphFailure(LocalSubgraph.LEADS, cause));

        assertThat(told).hasMessageContaining("the disk is full").hasMessageContaining("free some space");
    }

    @Test
    void tablesOfAnotherVersionAreNamedWithBothWaysOut() {
        RuntimeException cause = new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.VALIDATE_ERROR, "checksum mismatch"), "checksum mismatch");

        StartFailure told = diagnosis.of(new SubgraphFailure(LocalSubgraph.LEADS, cause));

        assertThat(told)
                .hasMessageContaining("subgraph leads did not start: its tables were made by another version")
                .hasMessageContaining("./mission down --wipe");
    }
}
