package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each line of the log that the subgraphs share says whose it is. */
@ExtendWith(OutputCaptureExtension.class)
class StackLoggingTest {

    private static final Logger log = LoggerFactory.getLogger(StackLoggingTest.class);

    @BeforeEach
    void start() {
        StackLogging.start();
    }

    @AfterEach
    void letOtherTestsLogAsTheyLike() {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    @Test
    void aLineOfASubgraphIsNamedByIt(CapturedOutput output) {
        inTheNameOf("subgraph-leads", () -> log.info("from leads"));

        assertThat(serviceOf("from leads", output)).isEqualTo("subgraph-leads");
    }

    @Test
    void aLineOfTheProcessIsNamedByTheProcess(CapturedOutput output) {
        inTheNameOf("subgraph-leads", () -> {});
        log.info("from the stack");

        assertThat(serviceOf("from the stack", output)).isEqualTo("mission-brief");
    }

    @Test
    void aThreadInTheBackgroundKeepsTheNameOfTheSubgraphThatStartedIt(CapturedOutput output) throws Exception {
        Thread sequencer = ServiceOfThread.call(
                "subgraph-offers",
                () -> Thread.ofVirtual().start(() -> {
                    log.info("from the sequencer");
                    joined(Thread.ofPlatform().start(() -> log.info("from below the sequencer")));
                }));
        sequencer.join();

        assertThat(serviceOf("from the sequencer", output)).isEqualTo("subgraph-offers");
        assertThat(serviceOf("from below the sequencer", output)).isEqualTo("subgraph-offers");
    }

    @Test
    void aThreadThatServesEverybodyIsNamedByTheProcess(CapturedOutput output) {
        try (ForkJoinPool shared = new ForkJoinPool(1)) {
            inTheNameOf(
                    "subgraph-plans",
                    () -> shared.submit(() -> log.info("from a pool")).join());
        }

        assertThat(serviceOf("from a pool", output)).isEqualTo("mission-brief");
    }

    private static void inTheNameOf(String service, Runnable work) {
        ServiceOfThread.call(service, () -> {
            work.run();
            return service;
        });
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private static String serviceOf(String message, CapturedOutput output) {
        JsonNode line = output.getOut()
                .lines()
                .filter(text -> text.contains('"' + message + '"'))
                .map(JsonMapper.shared()::readTree)
                .findFirst()
                .orElseThrow();
        return line.at("/service/name").asString();
    }
}
