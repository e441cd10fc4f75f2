package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;

/**
 * Numbers events soon after their commit, and tells the tails of all instances.
 *
 * <p>Notifications are sent here and not in the transaction of a change: {@code notify} takes, at commit, a lock over the
 * whole database. Events that are committed while one is sent share the next.
 */
final class NumberEvents implements BackgroundLoop.Step {

    private final Sequencer sequencer;
    private final WorkerDatabase workers;
    private final String channel;
    private final Duration poll;

    NumberEvents(Sequencer sequencer, WorkerDatabase workers, String channel, Duration poll) {
        this.sequencer = sequencer;
        this.workers = workers;
        this.channel = channel;
        this.poll = poll;
    }

    @Override
    public Duration run() {
        if (sequencer.numberAll() > 0) {
            workers.read(database -> database.fetch("select pg_notify(?, '')", channel));
        }
        return poll;
    }
}
