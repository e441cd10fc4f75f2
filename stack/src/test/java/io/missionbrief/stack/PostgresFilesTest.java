package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresFilesTest {

    @TempDir
    Path folder;

    private StackDirectory directory;
    private PostgresFiles files;

    @BeforeEach
    void locate() throws IOException {
        directory = new StackDirectory(folder);
        files = new PostgresFiles(directory);
        Files.createDirectories(directory.postgresData());
    }

    @Test
    void aLockOfAnotherProcessGoesBecauseItsNumberWasGivenAway() throws IOException {
        Path lock = data("postmaster.pid", ProcessHandle.current().pid() + "\n");

        files.prepare();

        assertThat(lock).doesNotExist();
    }

    @Test
    void theMakingOfTheDataIsNoServer() throws IOException {
        data("postmaster.pid", -ProcessHandle.current().pid() + "\n");

        assertThat(files.nameAPostmaster()).isFalse();
    }

    @Test
    void anEmptyLockGoes() throws IOException {
        Path lock = data("postmaster.pid", "");

        files.prepare();

        assertThat(lock).doesNotExist();
    }

    @Test
    void aFirstStartThatWasNotCompletedBeginsAnew() throws IOException {
        files.prepare();
        Path half = data("PG_VERSION", "18\n");

        files.prepare();

        assertThat(half).doesNotExist();
        assertThat(directory.firstStart()).exists();
    }

    @Test
    void dataThatIsCompleteStays() throws IOException {
        files.prepare();
        Path whole = data("PG_VERSION", "18\n");
        files.complete();

        files.prepare();

        assertThat(whole).exists();
        assertThat(directory.firstStart()).doesNotExist();
    }

    private Path data(String name, String text) throws IOException {
        return Files.writeString(directory.postgresData().resolve(name), text);
    }
}
