package io.missionbrief.subgraph.graphql;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

/**
 * Lets controller methods run on the thread that serves the request, which is virtual and may block. Spring would start
 * another for each field, and serve the request a second time when the fields have come.
 */
final class FieldsOnRequestThread implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AnnotatedControllerConfigurer controllers) {
            controllers.setBlockingMethodPredicate(method -> false);
        }
        return bean;
    }
}
