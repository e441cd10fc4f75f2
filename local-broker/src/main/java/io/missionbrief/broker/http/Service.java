package io.missionbrief.broker.http;

/** One of the services behind the broker's address. */
@FunctionalInterface
public interface Service {

    /** Never null: what a client did wrong is an answer too. */
    Answer answer(Request request);
}
