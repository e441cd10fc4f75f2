package io.missionbrief.broker;

/** Why the broker did not start or could not go on: one line for the person at the terminal, with the way out. */
public final class BrokerFailure extends RuntimeException {

    public BrokerFailure(String message) {
        super(message);
    }

    public BrokerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
