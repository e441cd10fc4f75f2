package io.missionbrief.subgraph.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event log is read.
 *
 * @param poll how long an event waits at most when its notification was lost
 * @param longestSilence how long beyond the poll the log may not be reached before this instance takes no more requests
 * @param subscriberBuffer how many events may wait for a subscriber before it is disconnected
 * @param streams how many streams one instance has open at the same time at most
 */
@ConfigurationProperties("mission-brief.events")
record EventProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15s") Duration longestSilence,
        @DefaultValue("256") int subscriberBuffer,
        @DefaultValue Streams streams) {

    /**
     * Limits of open streams; each holds a buffer and a socket.
     *
     * @param ofUser in one workspace
     * @param ofWorkspace of all its users
     * @param ofInstance in all
     */
    record Streams(
            @DefaultValue("50") int ofUser,
            @DefaultValue("2000") int ofWorkspace,
            @DefaultValue("10000") int ofInstance) {

        Streams {
            if (ofUser < 1 || ofWorkspace < 1 || ofInstance < 1) {
                throw new IllegalArgumentException("mission-brief.events.streams: each limit is at least 1");
            }
        }
    }

    EventProperties {
        if (poll.toMillis() < 10) {
            throw new IllegalArgumentException("mission-brief.events.poll: at least 10ms");
        }
        if (subscriberBuffer < 1) {
            throw new IllegalArgumentException("mission-brief.events.subscriber-buffer: at least 1");
        }
    }
}
