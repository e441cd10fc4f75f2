package io.missionbrief.subgraph.event;

import org.springframework.context.SmartLifecycle;

/** Ends the streams before the web server stops, so that each subscriber is told to subscribe somewhere else; nobody waits on. */
final class EndStreamsAtShutdown implements SmartLifecycle {

    private final Hubs hubs;
    private final LogEnd end;
    private volatile boolean running;

    EndStreamsAtShutdown(Hubs hubs, LogEnd end) {
        this.hubs = hubs;
        this.end = end;
    }

    @Override
    public void start() {
        end.open();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        hubs.close();
        end.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A context of tests that another one takes turns with goes on: streams that were ended are not opened again. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
