package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Changes, as soon as there is a database. */
@AutoConfiguration(afterName = "io.missionbrief.subgraph.tenancy.TenancyAutoConfiguration")
@ConditionalOnBean(TenantDatabase.class)
class MutationAutoConfiguration {

    @Bean
    Mutations mutations(TenantDatabase database) {
        return new Mutations(database, new IdempotencyKeys());
    }

    @Bean
    ForgetIdempotencyKeys forgetIdempotencyKeys(WorkerDatabase database) {
        return new ForgetIdempotencyKeys(database);
    }
}
