package io.missionbrief.broker.filter;

/** A filter policy that is wrong, or says what this broker does not know. It is refused, never ignored. */
public final class UnknownFilterException extends RuntimeException {

    UnknownFilterException(String message) {
        super(message);
    }
}
