package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.event.SampleInstance;
import io.missionbrief.subgraph.published.PublishedAutoConfiguration;
import io.missionbrief.subgraph.test.TestDatabase;
import java.net.URI;
import java.util.Map;

/** An instance of a subgraph whose events are sent. */
final class Relaying {

    private Relaying() {}

    /** @param endpoint of its topic */
    static SampleInstance start(TestDatabase database, URI endpoint) {
        Map<String, Object> settings = Map.of(
                "mission-brief.aws.region", "us-east-1",
                "mission-brief.aws.endpoint", endpoint,
                "mission-brief.aws.access-key", "test",
                "mission-brief.aws.secret-key", "test");
        return SampleInstance.start(database, settings, PublishedAutoConfiguration.class, RelayAutoConfiguration.class);
    }
}
