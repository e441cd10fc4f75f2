package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class DatabaseGateTest {

    private final CompletableFuture<Void> database = new CompletableFuture<>();
    private final AtomicBoolean reached = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();

    @Test
    void aContextComesUpToItsDatabaseAndGoesOnWhenThatIsThere() {
        CompletableFuture<Void> start = CompletableFuture.runAsync(this::start);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilTrue(reached);
        assertThat(started).isFalse();
        database.complete(null);

        assertThat(start).succeedsWithin(Duration.ofSeconds(20));
        assertThat(started).isTrue();
    }

    @Test
    void aContextWhoseDatabaseFailsEndsWithTheReason() {
        database.completeExceptionally(new StartFailure("no database"));

        assertThatThrownBy(this::start)
                .hasRootCauseInstanceOf(StartFailure.class)
                .hasStackTraceContaining("no database");
        assertThat(started).isFalse();
    }

    private void start() {
        new SpringApplicationBuilder(NeedsItsDatabase.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(new DatabaseGate(database), context -> {
                    context.getBeanFactory().registerSingleton("reached", reached);
                    context.getBeanFactory().registerSingleton("started", started);
                })
                .properties(Map.of(DatabaseGate.SETTINGS + ".url", "jdbc:nowhere"))
                .run()
                .close();
    }

    @ConfigurationProperties(DatabaseGate.SETTINGS)
    record Settings(String url) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class NeedsItsDatabase {

        @Bean
        String before(AtomicBoolean reached) {
            reached.set(true);
            return "before";
        }

        @Bean
        String pool(String before, Settings settings, AtomicBoolean started) {
            started.set(true);
            return settings.url();
        }
    }
}
