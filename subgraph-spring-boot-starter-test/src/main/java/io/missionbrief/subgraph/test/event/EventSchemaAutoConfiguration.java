package io.missionbrief.subgraph.test.event;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Each subgraph that a test starts writes events only as their schemas say. */
@AutoConfiguration
@ConditionalOnProperty("mission-brief.subgraph")
class EventSchemaAutoConfiguration {

    @Bean
    SchemaCheck schemaCheck(@Value("${mission-brief.subgraph}") String subgraph) {
        return new SchemaCheck(EventSchemas.of(subgraph));
    }
}
