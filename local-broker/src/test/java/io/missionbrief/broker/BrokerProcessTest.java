package io.missionbrief.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@DisabledIfEnvironmentVariable(
        named = "MISSION_AWS_ENDPOINT",
        matches = ".+",
        disabledReason = "is about the process itself")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokerProcessTest {

    private static final int ENOUGH = 300;

    @Test
    void keepsEverythingOverARestart(@TempDir Path folder) throws Exception {
        String topic;
        String mark;
        try (RunningBroker broker = RunningBroker.start(BrokerProcess.class, folder);
                Clients clients = new Clients(broker.endpoint())) {
            mark = clients.name("q");
            topic = clients.topic("t");
            String queue = clients.queue("q", Map.of(QueueAttributeName.POLICY, "{}"));
            clients.subscribe(
                    topic, queue, Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"a\":[{\"exists\":false}]}"));
            clients.sns.publish(publish -> publish.topicArn(topic).message("before"));
            broker.terminate();
            assertThat(broker.process().exitValue()).isEqualTo(128 + 15);
        }

        try (RunningBroker broker = RunningBroker.start(BrokerProcess.class, folder);
                Clients clients = new Clients(broker.endpoint())) {
            String queue = clients.sqs.getQueueUrl(get -> get.queueName(mark)).queueUrl();
            clients.sns.publish(publish -> publish.topicArn(topic).message("after"));

            assertThat(queue).startsWith(broker.endpoint().toString());
            assertThat(clients.attribute(queue, QueueAttributeName.POLICY)).isEqualTo("{}");
            assertThat(clients.bodies(queue)).containsExactlyInAnyOrder("before", "after");
            assertThat(clients.sns
                            .listSubscriptionsByTopic(list -> list.topicArn(topic))
                            .subscriptions())
                    .hasSize(1);
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilled(@TempDir Path folder) throws Exception {
        Set<String> acknowledged = publishUntilTheEndOf(BrokerProcess.class, folder, RunningBroker::kill);

        assertThat(restored(folder)).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    @Test
    void losesNothingAcknowledgedWhenItIsStopped(@TempDir Path folder) throws Exception {
        Set<String> acknowledged = publishUntilTheEndOf(BrokerProcess.class, folder, RunningBroker::terminate);

        assertThat(restored(folder)).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    @Test
    void wouldLoseMessagesIfItsStoreWroteLater(@TempDir Path folder) throws Exception {
        Set<String> acknowledged = publishUntilTheEndOf(ForgetfulBroker.class, folder, RunningBroker::kill);

        assertThatThrownBy(() -> assertThat(restored(folder)).containsAll(acknowledged))
                .isInstanceOfAny(AssertionError.class, SdkException.class);
    }

    @Test
    void saysThatAnotherBrokerHasTheFolder(@TempDir Path folder) throws Exception {
        try (RunningBroker _ = RunningBroker.start(BrokerProcess.class, folder)) {
            assertThat(failure(folder.toString())).contains(folder.toString()).contains("used by another broker");
        }
    }

    @Test
    void saysThatThePortIsUsed(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(failure(folder.toString(), String.valueOf(taken.getLocalPort())))
                    .contains("port " + taken.getLocalPort() + " is used");
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(failure(file.resolve("below").toString())).contains("cannot be written");
    }

    @Test
    void saysThatTheStoreCannotBeRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("messages.mv.db"), "not a store".repeat(1_000));

        assertThat(failure(folder.toString())).contains("cannot be read");
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(failure("folder", "no port")).startsWith("usage: ");
    }

    private static String failure(String... arguments) throws IOException, InterruptedException {
        Process process = RunningBroker.launch(BrokerProcess.class, arguments).start();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(told.lines()).hasSize(1);
        return told;
    }

    /** Two publish batches of ten, as fast as they can, until the broker is no longer there. */
    private static Set<String> publishUntilTheEndOf(Class<?> main, Path folder, Ending ending) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (RunningBroker broker = RunningBroker.start(main, folder);
                Clients clients = new Clients(broker.endpoint())) {
            String topic =
                    clients.sns.createTopic(create -> create.name("load")).topicArn();
            String queue =
                    clients.sqs.createQueue(create -> create.queueName("load")).queueUrl();
            clients.subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));
            List<Thread> publishers = new ArrayList<>();
            for (String name : List.of("one", "two")) {
                publishers.add(Thread.ofVirtual().start(() -> publish(clients, topic, name, acknowledged)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
            ending.of(broker);
            for (Thread publisher : publishers) {
                publisher.join();
            }
        }
        return acknowledged;
    }

    private static void publish(Clients clients, String topic, String publisher, Set<String> acknowledged) {
        try {
            for (int batch = 0; ; batch++) {
                List<PublishBatchRequestEntry> entries = new ArrayList<>();
                for (int entry = 0; entry < 10; entry++) {
                    entries.add(PublishBatchRequestEntry.builder()
                            .id(String.valueOf(entry))
                            .message(publisher + "-" + batch + "-" + entry)
                            .build());
                }
                clients.sns
                        .publishBatch(request -> request.topicArn(topic).publishBatchRequestEntries(entries))
                        .successful()
                        .forEach(entry -> acknowledged.add(
                                entries.get(Integer.parseInt(entry.id())).message()));
            }
        } catch (SdkException _) {
            // The broker is gone: what it has not acknowledged may be there or not.
        }
    }

    private static List<String> restored(Path folder) throws Exception {
        try (RunningBroker broker = RunningBroker.start(BrokerProcess.class, folder);
                Clients clients = new Clients(broker.endpoint())) {
            return clients.bodies(
                    clients.sqs.getQueueUrl(get -> get.queueName("load")).queueUrl());
        }
    }

    /** How a broker ends. */
    @FunctionalInterface
    private interface Ending {
        void of(RunningBroker broker) throws InterruptedException;
    }
}
