package io.missionbrief.subgraph.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.broker.LocalBroker;
import io.missionbrief.subgraph.event.SampleInstance;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the commit of a change to the queue of who wants to know, over a broker. */
class RelayToQueueTest {

    private static final String TOPIC = "missionbrief-" + SampleInstance.SUBGRAPH;

    private final TestDatabase database = TestDatabase.create(SampleInstance.SUBGRAPH);
    private final Actor actor = SampleInstance.somebody();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(database));

    @TempDir
    private Path folder;

    private LocalBroker broker;
    private SnsClient sns;
    private SqsClient sqs;

    @BeforeEach
    void start() {
        broker = LocalBroker.open(folder, 0);
        connect(broker.endpoint());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        broker.close();
    }

    @Test
    void aQueueGetsTheEventsThatItsSubscriptionChooses() {
        String queue = subscribe("{\"eventType\": [\"Memo.New\"]}");
        SampleInstance instance = instance();
        UUID memo = instance.create(actor, "first");
        instance.tenants().write(actor, transaction -> instance.change(transaction, actor, memo, "changed"));
        instance.create(actor, "second");

        List<JsonNode> events = take(queue, 2);

        assertThat(events.stream().map(event -> event.path("type").asString())).containsOnly("Memo.New");
        assertThat(events.stream().map(event -> event.at("/data/state/body").asString()))
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void whatIsCommittedWhileTheBrokerIsAwayArrivesWhenItIsBack() {
        String queue = subscribe("{\"workspaceId\": [\"%s\"]}".formatted(actor.requireWorkspace()));
        SampleInstance instance = instance();
        instance.create(actor, "before");
        take(queue, 1);
        int port = broker.endpoint().getPort();
        broker.close();
        IntStream.range(0, 25).forEach(i -> instance.create(actor, "meanwhile " + i));

        broker = LocalBroker.open(folder, port);

        assertThat(take(queue, 25).stream()
                        .map(event -> event.path("position").asLong())
                        .distinct())
                .hasSize(25);
    }

    private SampleInstance instance() {
        SampleInstance instance = Relaying.start(database, broker.endpoint());
        open.add(instance);
        return instance;
    }

    private String subscribe(String filter) {
        String topic = sns.createTopic(request -> request.name(TOPIC)).topicArn();
        String queue = sqs.createQueue(request -> request.queueName("consumer")).queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true", "FilterPolicy", filter)));
        return queue;
    }

    private List<JsonNode> take(String queue, int count) {
        List<JsonNode> taken = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            taken.addAll(take(queue));
            return taken.size() >= count;
        });
        return taken;
    }

    private List<JsonNode> take(String queue) {
        List<Message> messages = sqs.receiveMessage(request ->
                        request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
        messages.forEach(message ->
                sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return messages.stream()
                .map(message -> JsonMapper.shared().readTree(message.body()))
                .toList();
    }

    private void connect(URI endpoint) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        sns = SnsClient.builder()
                .region(Region.of(LocalBroker.REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .build();
        sqs = SqsClient.builder()
                .region(Region.of(LocalBroker.REGION))
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .build();
        open.addAll(List.of(sns, sqs));
    }
}
