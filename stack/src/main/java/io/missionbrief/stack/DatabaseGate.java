package io.missionbrief.stack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Lets a subgraph start before its database is up: it waits where it is told how to reach it, which is long after the
 * start's first half.
 *
 * @param database done as soon as the database can be used, or failed with the reason why it never will
 */
record DatabaseGate(CompletableFuture<?> database)
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The settings of a subgraph that name its database. */
    static final String SETTINGS = "mission-brief.database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (namesTheDatabase(bean)) {
                    await();
                }
                return bean;
            }
        });
    }

    private static boolean namesTheDatabase(Object bean) {
        ConfigurationProperties settings =
                AnnotationUtils.findAnnotation(bean.getClass(), ConfigurationProperties.class);
        return settings != null && settings.value().equals(SETTINGS);
    }

    private void await() {
        try {
            database.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartFailure failure ? failure : failed;
        }
    }
}
