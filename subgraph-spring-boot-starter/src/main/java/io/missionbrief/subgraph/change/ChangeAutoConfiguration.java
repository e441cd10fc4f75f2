package io.missionbrief.subgraph.change;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.mutation.Mutations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Changes of single objects, as soon as there is a database. */
@AutoConfiguration(
        afterName = {
            "io.missionbrief.subgraph.event.EventAutoConfiguration",
            "io.missionbrief.subgraph.mutation.MutationAutoConfiguration"
        })
@ConditionalOnBean(Mutations.class)
class ChangeAutoConfiguration {

    @Bean
    ChangeVersioned changeVersioned(Mutations mutations, ChangeRecorder changes) {
        return new ChangeVersioned(mutations, changes);
    }
}
