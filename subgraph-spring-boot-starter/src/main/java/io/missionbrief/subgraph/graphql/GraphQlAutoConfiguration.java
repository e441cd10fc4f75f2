package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.security.RequiredScopes;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.concurrent.Executor;
import org.dataloader.DataLoaderOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.graphql.data.federation.FederationSchemaFactory;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** A federated schema with the shared scalars, pages, errors and limits. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration",
        afterName = "io.missionbrief.subgraph.tenancy.TenancyAutoConfiguration")
@EnableConfigurationProperties(GraphQlSettings.class)
@Import({FailureAnswer.class, StreamFailureAnswer.class, CodeOnEveryError.class, PageRequestArgument.class})
class GraphQlAutoConfiguration {

    /** Before the security filters: what is too long is not even asked for its token. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    RuntimeWiringConfigurer sharedScalars() {
        return wiring -> Scalars.all().forEach(wiring::scalar);
    }

    @Bean
    FederationSchemaFactory federationSchemaFactory(
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME)
                    ObjectProvider<Executor> executor) {
        FederationSchemaFactory factory = new FederationSchemaFactory();
        factory.configureBinder(binder -> binder.conversionService(ApplicationConversionService.getSharedInstance()));
        executor.ifAvailable(factory::setExecutor);
        factory.setBlockingMethodPredicate(method -> false);
        return factory;
    }

    @Bean
    static FieldsOnRequestThread fieldsOnRequestThread() {
        return new FieldsOnRequestThread();
    }

    @Bean
    GraphQlSourceBuilderCustomizer federatedSchema(
            FederationSchemaFactory factory,
            ObjectProvider<HandlerMethodArgumentResolver> arguments,
            RequiredScopes scopes) {
        FederatedSchema.addArgumentResolvers(factory, arguments.orderedStream().toList());
        return builder -> builder.schemaFactory(
                (types, wiring) -> scopes.enforce(ScalarKeys.in(factory.createGraphQLSchema(types, wiring))));
    }

    /**
     * Batches, but keeps nothing: one request loads the same object before and after a change, and a subscription loads
     * it for each event, for as long as it lives.
     */
    @Bean
    BatchLoaderRegistry batchLoaderRegistry() {
        return new DefaultBatchLoaderRegistry(
                () -> DataLoaderOptions.newOptions().setCachingEnabled(false).build());
    }

    @Bean
    QueryLimits queryLimits(GraphQlSettings settings) {
        return new QueryLimits(settings);
    }

    @Bean
    EnforcedLimits enforcedLimits(QueryLimits limits) {
        return new EnforcedLimits(limits);
    }

    @Bean
    GraphQlSourceBuilderCustomizer checkedDocuments(
            GraphQlSettings settings, QueryLimits limits, ObjectProvider<GraphQlSource> engine) {
        CheckedDocuments documents =
                new CheckedDocuments(settings, limits, () -> engine.getObject().schema());
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            GraphQlSettings settings, @Value("${spring.graphql.http.path}") String path, JsonMapper json) {
        int most = Math.toIntExact(settings.maxBody().toBytes());
        var registration = new FilterRegistrationBean<>(new BodyLimit(most, new ErrorResponse(json)));
        registration.addUrlPatterns(path);
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    UnreadableRequest unreadableRequest(@Value("${spring.graphql.http.path}") String path, JsonMapper json) {
        return new UnreadableRequest(path, new ErrorResponse(json));
    }

    @Bean
    @ConditionalOnBean(TenantDatabase.class)
    Pages pages(TenantDatabase database) {
        return new Pages(database);
    }
}
