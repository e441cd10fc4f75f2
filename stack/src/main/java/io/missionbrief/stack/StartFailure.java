package io.missionbrief.stack;

/** Why the stack did not start or could not go on, in one line for the person at the terminal, with the way out. */
final class StartFailure extends RuntimeException {

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
