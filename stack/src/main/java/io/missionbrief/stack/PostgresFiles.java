package io.missionbrief.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of PostgreSQL, as a killed or failed start may have left them.
 *
 * @param directory where they lie
 */
record PostgresFiles(StackDirectory directory) {

    private static final Logger log = LoggerFactory.getLogger(PostgresFiles.class);

    /** Clears away what would keep a server from starting: a first start that was not completed, and a stale lock. */
    void prepare() throws IOException {
        if (Files.exists(directory.firstStart())) {
            log.warn("the first start was not completed; it begins anew");
            FileSystemUtils.deleteRecursively(directory.postgresData());
            FileSystemUtils.deleteRecursively(directory.postgresBinaries());
        }
        Files.createDirectories(directory.postgresData());
        if (Files.notExists(directory.postgresData().resolve("PG_VERSION"))) {
            Files.writeString(directory.firstStart(), "");
        }
        if (postmaster().isEmpty()) {
            // PostgreSQL itself would take any process that has been given the number since for its postmaster.
            Files.deleteIfExists(pidFile());
        }
    }

    /** Notes that the data has all that a start needs. */
    void complete() throws IOException {
        Files.deleteIfExists(directory.firstStart());
    }

    /** The server that runs on this data. */
    Optional<ProcessHandle> postmaster() {
        return postmasterNumber().flatMap(ProcessHandle::of).filter(this::isPostgres);
    }

    /** Whether they name a server, which may be gone all the same: one that was killed does not clear its name away. */
    boolean nameAPostmaster() {
        return postmasterNumber().isPresent();
    }

    /** The making of the data, which is no server, gives its number below 0. */
    private Optional<Long> postmasterNumber() {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        try {
            long number =
                    Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            return Optional.of(number).filter(positive -> positive > 0);
        } catch (IOException | NumberFormatException | NoSuchElementException cause) {
            log.warn("cannot read {}: {}", pidFile(), cause.toString());
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return directory.postgresData().resolve("postmaster.pid");
    }

    private boolean isPostgres(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres")
                        && line.contains(directory.postgresData().toString()))
                .isPresent();
    }
}
