package io.missionbrief.subgraph.observability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Names requests, and carries the names to logs, events and answers. */
@AutoConfiguration
class ObservabilityAutoConfiguration {

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
}
