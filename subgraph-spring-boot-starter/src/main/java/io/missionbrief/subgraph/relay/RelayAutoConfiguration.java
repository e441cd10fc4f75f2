package io.missionbrief.subgraph.relay;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.event.EventLanes;
import io.missionbrief.subgraph.event.Lane;
import io.missionbrief.subgraph.published.PublishedEvents;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** Sends events, where it is said in which region. */
@AutoConfiguration(afterName = "io.missionbrief.subgraph.published.PublishedAutoConfiguration")
@ConditionalOnProperty("mission-brief.aws.region")
@ConditionalOnBean(EventLanes.class)
@EnableConfigurationProperties(AwsProperties.class)
class RelayAutoConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LEASED = Duration.ofSeconds(30);

    /** Of one call with all its retries: well within the lease. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final RelayProgress normal = new RelayProgress(InstantSource.system());
    private final RelayProgress bulk = new RelayProgress(InstantSource.system());
    private final Map<Lane, RelayProgress> lanes = Map.of(Lane.NORMAL, normal, Lane.BULK, bulk);

    @Bean
    SnsClient relaySnsClient(AwsProperties properties) {
        return SnsClient.builder()
                .region(Region.of(properties.region()))
                .credentialsProvider(properties.credentials())
                .endpointOverride(properties.endpoint())
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT))
                .build();
    }

    @Bean
    SnsTopic relayTopic(SnsClient relaySnsClient, @Value("${mission-brief.subgraph}") String subgraph) {
        return new SnsTopic(relaySnsClient, subgraph);
    }

    @Bean
    BackgroundLoop normalRelayLoop(
            WorkerDatabase workers, EventLanes events, SnsTopic relayTopic, PublishedEvents published) {
        return loop(Lane.NORMAL, normal, Duration.ofMillis(10), workers, events, relayTopic, published);
    }

    @Bean
    BackgroundLoop bulkRelayLoop(
            WorkerDatabase workers, EventLanes events, SnsTopic relayTopic, PublishedEvents published) {
        return loop(Lane.BULK, bulk, Duration.ofMillis(200), workers, events, relayTopic, published);
    }

    @Bean
    RelayHealth relayHealthIndicator() {
        return new RelayHealth(lanes);
    }

    @Bean
    MeterBinder relayMetrics(@Value("${mission-brief.subgraph}") String subgraph) {
        return new RelayMetrics(subgraph, lanes);
    }

    private BackgroundLoop loop(
            Lane lane,
            RelayProgress progress,
            Duration linger,
            WorkerDatabase workers,
            EventLanes events,
            SnsTopic topic,
            PublishedEvents published) {
        var step = new RelayLane(
                lane,
                events,
                new RelayCursor(workers, events, lane, LEASED),
                new SendRound(topic, published, progress),
                progress,
                new Refusals(InstantSource.system()),
                POLL,
                linger);
        return new BackgroundLoop("The relay of the lane " + lane, step);
    }
}
