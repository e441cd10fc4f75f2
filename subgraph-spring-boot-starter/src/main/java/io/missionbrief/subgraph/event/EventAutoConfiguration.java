package io.missionbrief.subgraph.event;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.tenancy.AfterCommit;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event log of a subgraph: appending, numbering, reading live. */
@AutoConfiguration(afterName = "io.missionbrief.subgraph.tenancy.TenancyAutoConfiguration")
@EnableConfigurationProperties(EventProperties.class)
class EventAutoConfiguration {

    /** What a batch of an import commits, with its progress, and room for the events of others: one transaction numbers it all. */
    static final int NUMBERED_AT_ONCE = 2_000;

    private final EventJson json = new EventJson();
    private final PersonalKeys keys = new PersonalKeys();

    @Bean
    EventLog eventLog(ObjectProvider<EventCheck> checks) {
        return new EventLog(keys, new Sealing(json), checks.orderedStream().toList());
    }

    @Bean
    ChangeRecorder changeRecorder(EventLog log) {
        return new ChangeRecorder(log);
    }

    @Bean
    PersonalFields personalFields() {
        return new PersonalFields(keys, json);
    }

    @Bean
    Hubs eventHubs(EventProperties properties) {
        return new Hubs(properties.subscriberBuffer());
    }

    @Bean
    OpenStreams openStreams(EventProperties properties) {
        return new OpenStreams(properties.streams());
    }

    @Bean
    EventFeed eventFeed(Hubs hubs, OpenStreams streams) {
        return new EventFeed(hubs, streams, InstantSource.system());
    }

    @Bean
    LogEnd logEnd() {
        return new LogEnd();
    }

    @Bean
    EndStreamsAtShutdown endStreamsAtShutdown(Hubs hubs, LogEnd logEnd) {
        return new EndStreamsAtShutdown(hubs, logEnd);
    }

    /** What runs in the background, where there is a database to run on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(WorkerDatabase.class)
    static class Background {

        @Bean
        NumberEvents numberEvents(
                WorkerDatabase workers,
                EventProperties properties,
                @Value("${mission-brief.subgraph}") String subgraph) {
            var sequencer = new Sequencer(workers, NUMBERED_AT_ONCE);
            return new NumberEvents(sequencer, workers, channel(subgraph), properties.poll());
        }

        @Bean
        BackgroundLoop numberEventsLoop(NumberEvents numberEvents) {
            return new BackgroundLoop("The sequencer", numberEvents);
        }

        /** Raised by each commit of this instance; those of others are found by polling. */
        @Bean
        AfterCommit wakeTheSequencer(@Qualifier("numberEventsLoop") BackgroundLoop sequencer) {
            return sequencer::wake;
        }

        @Bean
        Tail eventTail(
                WorkerDatabase workers,
                EventProperties properties,
                Hubs hubs,
                LogEnd logEnd,
                @Value("${mission-brief.subgraph}") String subgraph) {
            return new Tail(
                    workers::open,
                    channel(subgraph),
                    properties.poll(),
                    new EventJson(),
                    hubs,
                    logEnd,
                    InstantSource.system());
        }

        @Bean
        EventLanes eventLanes(WorkerDatabase workers, LogEnd logEnd) {
            return new EventLanes(workers, logEnd);
        }

        @Bean
        EventPages eventPages(WorkerDatabase workers, LogEnd logEnd) {
            return new EventPages(workers, logEnd);
        }

        @Bean
        BackgroundLoop eventTailLoop(Tail eventTail) {
            return new BackgroundLoop("The tail of the event log", eventTail);
        }

        @Bean
        EventsHealth eventsHealthIndicator(Tail eventTail, Hubs hubs, EventProperties properties) {
            var longestSilence = properties.poll().plus(properties.longestSilence());
            return new EventsHealth(eventTail.progress(), hubs, longestSilence);
        }

        @Bean
        MeterBinder eventMetrics(
                Tail eventTail, OpenStreams streams, @Value("${mission-brief.subgraph}") String subgraph) {
            return new EventMetrics(subgraph, eventTail.progress(), streams);
        }

        private static String channel(String subgraph) {
            return subgraph + "_event";
        }
    }
}
