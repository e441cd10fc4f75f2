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

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
