package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterWatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private StackDirectory directory;
    private PostmasterWatch watch;

    @BeforeEach
    void watch() throws IOException {
        directory = new StackDirectory(folder);
        Files.createDirectories(directory.postgresData());
        Files.createDirectories(folder.resolve("logs"));
        watch = new PostmasterWatch(new PostgresFiles(directory), new PostgresLog(directory.log("postgres")));
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void aServerThatIsKilledIsToldAsEndedWithTheWayOut() throws Exception {
        Process server = server();
        watch.begin();
        server.destroyForcibly().waitFor();

        assertLostWith("PostgreSQL ended during the start; see " + directory.log("postgres") + ", then ./mission up");
    }

    @Test
    void aServerThatEndsByItselfIsToldInItsOwnWords() throws Exception {
        Process server = server();
        logged("FATAL:  the database system is starting up", "PANIC:  could not locate a valid checkpoint record");
        watch.begin();
        server.destroyForcibly().waitFor();

        assertLostWith("PostgreSQL did not start (could not locate a valid checkpoint record); see "
                + directory.log("postgres"));
    }

    @Test
    void aServerThatNeverCameIsToldWhenItsStarterGivesUp() throws IOException {
        watch.begin();
        logged("pg_ctl: could not start server");

        assertLostWith("PostgreSQL did not start; see " + directory.log("postgres"));
    }

    private void assertLostWith(String reason) {
        assertThat(watch.lost())
                .failsWithin(LIMIT)
                .withThrowableThat()
                .withCauseInstanceOf(StartFailure.class)
                .havingCause()
                .withMessage(reason);
    }

    /** Something that looks like a server on this data, and only waits. */
    private Process server() throws IOException {
        String data = directory.postgresData().toString();
        Process process = new ProcessBuilder("sh", "-c", "read postgres", data).start();
        Files.writeString(directory.postgresData().resolve("postmaster.pid"), process.pid() + "\n" + data + "\n");
        return process;
    }

    private void logged(String... lines) throws IOException {
        Files.write(directory.log("postgres"), List.of(lines));
    }
}
