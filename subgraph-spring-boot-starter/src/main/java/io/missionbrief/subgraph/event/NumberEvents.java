package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.tenancy.AfterCommit;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;

/**
 * Numbers events soon after their commit, and tells the tails of all instances.
 *
 * <p>Notifications are sent here and not in the transaction of a change: {@code notify} takes, at commit, a lock over the
 * whole database. Events that are committed while one is sent share the next.
 */
final class NumberEvents implements BackgroundLoop.Step, AfterCommit {

    private final Sequencer sequencer;
    private final WorkerDatabase workers;
    private final String channel;
    private final Duration poll;
    private final Wake committed = new Wake();

    NumberEvents(Sequencer sequencer, WorkerDatabase workers, String channel, Duration poll) {
        this.sequencer = sequencer;
        this.workers = workers;
        this.channel = channel;
        this.poll = poll;
    }

    @Override
    public void committed() {
        committed.raise();
    }

    @Override
    public void run() throws InterruptedException {
        committed.await(poll);
        if (sequencer.numberAll() > 0) {
            workers.read(database -> database.fetch("select pg_notify(?, '')", channel));
        }
    }

    @Override
    public void hurry() {
        committed.raise();
    }
}
