package io.missionbrief.subgraph.event;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The event log of a subgraph: appending, numbering, reading live. */
@AutoConfiguration
class EventAutoConfiguration {

    @Bean
    EventLog eventLog() {
        EventJson json = new EventJson();
        return new EventLog(new Sealing(new PersonalKeys(), json), json);
    }

    @Bean
    EventFeed eventFeed() {
        return new EventFeed();
    }
}
