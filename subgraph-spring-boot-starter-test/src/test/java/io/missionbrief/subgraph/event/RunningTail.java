package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.background.BackgroundLoop;
import java.time.Duration;
import java.time.InstantSource;

/** A tail beside the one of an instance, with hubs and connections of the test's choice. */
record RunningTail(BackgroundLoop loop, EventFeed feed) implements AutoCloseable {

    static RunningTail start(Tail.Connector connector, Hubs hubs) {
        return start(connector, hubs, "sample_event", Duration.ofSeconds(1));
    }

    static RunningTail start(Tail.Connector connector, Hubs hubs, String channel, Duration poll) {
        var tail = new Tail(connector, channel, poll, new EventJson(), hubs, new LogEnd(), InstantSource.system());
        var loop = new BackgroundLoop("A tail of the test", tail);
        loop.start();
        Received.soon().until(hubs::isOpen);
        return new RunningTail(loop, new EventFeed(hubs, unlimited(), InstantSource.system()));
    }

    static OpenStreams unlimited() {
        return new OpenStreams(new EventProperties.Streams(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        loop.stop();
    }
}
