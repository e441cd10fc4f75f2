package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.outgoing.RequestNames;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.graphql.autoconfigure.servlet.GraphQlWebMvcAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Names requests, and carries the names to logs, events and answers. */
@AutoConfiguration(before = GraphQlWebMvcAutoConfiguration.class)
class ObservabilityAutoConfiguration {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    @Bean
    FilterRegistrationBean<RequestNameFilter> requestNameFilter() {
        var registration = new FilterRegistrationBean<>(new RequestNameFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    RequestContextInterceptor requestContextInterceptor() {
        return new RequestContextInterceptor();
    }

    @Bean
    RequestNames requestNames() {
        return new RequestHeaders();
    }

    @Bean
    OperationsInHand operationsInHand() {
        return new OperationsInHand();
    }

    @Bean
    @SuppressWarnings("unchecked")
    DrainingWebSockets graphQlWebSocketHandler(
            WebGraphQlHandler handler, GraphQlProperties properties, JsonMapper mapper, OperationsInHand operations) {
        HttpMessageConverter<?> json = new JacksonJsonHttpMessageConverter(mapper);
        return new DrainingWebSockets(
                handler,
                (HttpMessageConverter<Object>) json,
                properties.getWebsocket().getConnectionInitTimeout(),
                Objects.requireNonNullElse(properties.getWebsocket().getKeepAlive(), KEEP_ALIVE),
                operations);
    }
}
