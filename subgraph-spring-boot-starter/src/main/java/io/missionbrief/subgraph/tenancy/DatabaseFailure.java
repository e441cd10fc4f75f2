package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the failures that a caller can mend or wait out from those that are ours. */
final class DatabaseFailure {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFailure.class);
    private static final String READ_ONLY = "25006";

    private DatabaseFailure() {}

    /** What to throw instead of a failed statement: an error that says when to try again, or the failure itself. */
    static RuntimeException of(DataAccessException failure) {
        return switch (failure.sqlState()) {
            case "40001", "40P01", "55P03" ->
                told(failure, ErrorCode.CONFLICT, "The change met another one at the same moment; try again");
            case "57014" ->
                told(failure, ErrorCode.SERVICE_UNAVAILABLE, "The database took too long; ask for less or try again");
            // A text that no check of the input has stopped.
            case "22021", "22P05" ->
                told(
                        failure,
                        ErrorCode.BAD_USER_INPUT,
                        "A text of the input holds a character that cannot be stored: leave it out");
            // A standby, a full disk or memory, too many connections, a transaction that was given up, a shutdown.
            case READ_ONLY, "25P03", "53100", "53200", "53300", "57P01", "57P02", "57P03" -> unreachable(failure);
            case String state when state.startsWith("08") -> unreachable(failure);
            default -> failure;
        };
    }

    /** {@link #of} for a read, whose transaction is read-only: a write in it is our own fault, and no standby. */
    static RuntimeException ofRead(DataAccessException failure) {
        return failure.sqlState().equals(READ_ONLY) ? failure : of(failure);
    }

    static RequestException unreachable(Exception failure) {
        return told(failure, ErrorCode.SERVICE_UNAVAILABLE, "The database does not answer; try again in a moment");
    }

    private static RequestException told(Exception failure, ErrorCode code, String message) {
        log.warn(message, failure);
        return new RequestException(code, message);
    }
}
