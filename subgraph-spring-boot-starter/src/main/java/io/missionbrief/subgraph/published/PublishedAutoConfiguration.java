package io.missionbrief.subgraph.published;

import io.missionbrief.subgraph.event.EventPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The form in which events leave the subgraph, and their feed. */
@AutoConfiguration(afterName = "io.missionbrief.subgraph.event.EventAutoConfiguration")
public class PublishedAutoConfiguration {

    private static final int READERS_AT_ONCE = 50;

    @Bean
    PublishedEvents publishedEvents(@Value("${mission-brief.subgraph}") String subgraph) {
        return new PublishedEvents(subgraph);
    }

    @Bean
    @ConditionalOnBean(EventPages.class)
    EventsController eventsController(EventPages pages, PublishedEvents published) {
        return new EventsController(pages, published, new PollsInHand(READERS_AT_ONCE));
    }
}
