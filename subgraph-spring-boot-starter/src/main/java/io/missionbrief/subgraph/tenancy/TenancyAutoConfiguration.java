package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.ExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** The subgraph's way to its tables, as soon as {@code mission-brief.database.url} is set. Migrates them first. */
@AutoConfiguration
@ConditionalOnProperty("mission-brief.database.url")
@EnableConfigurationProperties(DatabaseProperties.class)
public class TenancyAutoConfiguration {

    @Bean
    SubgraphPools subgraphPools(@Value("${mission-brief.subgraph}") String subgraph, DatabaseProperties properties) {
        new SchemaMigration(subgraph, properties).run();
        return new SubgraphPools(new SubgraphConnections(subgraph, properties), properties.poolSize());
    }

    @Bean
    TenantDatabase tenantDatabase(
            SubgraphPools pools,
            ObjectProvider<ExecuteListenerProvider> listeners,
            ObjectProvider<AfterCommit> afterCommit) {
        var keys = new SigningKeys(pools.connections());
        Supplier<List<AfterCommit>> toTell =
                SingletonSupplier.of(() -> afterCommit.orderedStream().toList());
        return new TenantDatabase(
                pools.app(),
                new BindingSigner(keys::current, Clock.systemUTC()),
                new StatementContexts(listeners.orderedStream().toList()),
                toTell);
    }

    @Bean
    WorkerDatabase workerDatabase(SubgraphPools pools, ObjectProvider<ExecuteListenerProvider> listeners) {
        return new WorkerDatabase(
                pools.worker(),
                pools.connections(),
                new StatementContexts(listeners.orderedStream().toList()));
    }

    @Bean
    OperatorDatabase operatorDatabase(
            SubgraphPools pools,
            ObjectProvider<ExecuteListenerProvider> listeners,
            @Value("${mission-brief.platform-workspace}") String platform) {
        return new OperatorDatabase(
                pools.operator(),
                new StatementContexts(listeners.orderedStream().toList()),
                new WorkspaceId(platform));
    }
}
