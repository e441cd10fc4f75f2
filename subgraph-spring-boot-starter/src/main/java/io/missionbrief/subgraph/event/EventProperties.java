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
 */
@ConfigurationProperties("mission-brief.events")
record EventProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15s") Duration longestSilence,
        @DefaultValue("256") int subscriberBuffer) {

    EventProperties {
        if (poll.toMillis() < 10) {
            throw new IllegalArgumentException("mission-brief.events.poll: at least 10ms");
        }
        if (subscriberBuffer < 1) {
            throw new IllegalArgumentException("mission-brief.events.subscriber-buffer: at least 1");
        }
    }
}
