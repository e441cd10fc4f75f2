package io.missionbrief.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Says why a start failed, in one line with the way out, from what was thrown and from what the machine looks like.
 *
 * @param directory where the state of the stack lies
 * @param databaseLost whether PostgreSQL has been up and is gone
 */
record Diagnosis(StackDirectory directory, boolean databaseLost) {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final long TOO_LITTLE_DISK = 20 * MEBIBYTE;

    /** The failure itself where it says all; never null. */
    StartFailure of(Throwable thrown) {
        if (isDiskFull(thrown)) {
            return new StartFailure(
                    "the disk is full where " + directory.root() + " lies; free some space, then ./mission up", thrown);
        }
        if (databaseLost) {
            return new StartFailure(PostmasterWatch.ended(directory.log("postgres")), thrown);
        }
        if (causes(thrown).anyMatch(FlywayValidateException.class::isInstance)) {
            return new StartFailure(
                    partOf(thrown) + ": its tables were made by another version of this project; go back to that one,"
                            + " or delete the data by ./mission down --wipe",
                    thrown);
        }
        return causes(thrown)
                .filter(StartFailure.class::isInstance)
                .map(StartFailure.class::cast)
                .findFirst()
                .orElseGet(() -> unforeseen(thrown));
    }

    private StartFailure unforeseen(Throwable thrown) {
        Throwable innermost = causes(thrown).reduce(thrown, (outer, inner) -> inner);
        String reason = " (" + firstLine(innermost) + "); see " + directory.log("stack");
        return new StartFailure(partOf(thrown) + reason, thrown);
    }

    private boolean isDiskFull(Throwable thrown) {
        if (causes(thrown).anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left"))) {
            return true;
        }
        try {
            return Files.getFileStore(directory.root()).getUsableSpace() < TOO_LITTLE_DISK;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String partOf(Throwable thrown) {
        return causes(thrown)
                .filter(SubgraphFailure.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("the stack did not start");
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(cause -> !(cause instanceof CompletionException));
    }
}
