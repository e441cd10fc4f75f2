package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
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

    /** Each instance at a minute of its own: those that start together need not delete together. */
    @Bean
    BackgroundLoop forgetIdempotencyKeysLoop(ForgetIdempotencyKeys forgetIdempotencyKeys) {
        var firstRest = Duration.ofMinutes(ThreadLocalRandom.current().nextInt(1, 60));
        return new BackgroundLoop("The deletion of old idempotency keys", firstRest, forgetIdempotencyKeys);
    }
}
