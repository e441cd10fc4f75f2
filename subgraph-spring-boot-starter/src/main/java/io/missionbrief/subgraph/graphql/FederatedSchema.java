package io.missionbrief.subgraph.graphql;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.springframework.graphql.data.federation.FederationSchemaFactory;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolverComposite;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerDetectionSupport;
import org.springframework.util.ReflectionUtils;

/** Gives {@code @EntityMapping} methods the same arguments by type as all others. */
final class FederatedSchema {

    private FederatedSchema() {}

    /**
     * FederationSchemaFactory is final and, unlike AnnotatedControllerConfigurer, has no way to add resolvers of one's
     * own: they are added to the list that it asks.
     */
    static void addArgumentResolvers(FederationSchemaFactory factory, List<HandlerMethodArgumentResolver> resolvers) {
        Method method = Objects.requireNonNull(
                ReflectionUtils.findMethod(AnnotatedControllerDetectionSupport.class, "getArgumentResolvers"));
        ReflectionUtils.makeAccessible(method);
        var all = (HandlerMethodArgumentResolverComposite) ReflectionUtils.invokeMethod(method, factory);
        resolvers.forEach(Objects.requireNonNull(all)::addResolver);
    }
}
