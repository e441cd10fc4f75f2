package io.missionbrief.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishTest {

    private static final int LARGEST = 262_144;
    private static final Clients clients = new Clients(SharedBroker.endpoint());

    @AfterAll
    static void close() {
        clients.close();
    }

    @Test
    void bringsARawMessageWithItsAttributesAsItIs() {
        String topic = clients.topic("raw");
        String queue = clients.filteredQueue("raw", topic, "{}");
        String text = "{\"a\": \"Ünïcödé \uD83D\uDE80 & <tags> + 100%\"}\r\n";

        clients.sns.publish(publish -> publish.topicArn(topic)
                .message(text)
                .messageGroupId("workspace-1")
                .messageAttributes(Map.of(
                        "eventType", text("Lead.New"),
                        "many", attribute("String.Array", "[\"x\",1]"),
                        "count", attribute("Number", "42"),
                        "bytes",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 7}))
                                        .build())));

        Message message = clients.receive(queue);
        assertThat(message.body()).isEqualTo(text);
        assertThat(described(message))
                .containsExactlyInAnyOrder(
                        "eventType String Lead.New",
                        "many String.Array [\"x\",1]",
                        "count Number 42",
                        "bytes Binary AP8H");
        assertThat(message.attributesAsStrings()).containsEntry("MessageGroupId", "workspace-1");
    }

    @Test
    void wrapsAMessageInANotification() {
        String topic = clients.topic("wrapped");
        String queue = clients.queue("wrapped");
        clients.subscribe(topic, queue, Map.of());

        String id = clients.sns
                .publish(publish -> publish.topicArn(topic)
                        .subject("A lead")
                        .message("{\"a\":\"b\"}")
                        .messageAttributes(Map.of("eventType", text("Lead.New"))))
                .messageId();

        JsonNode notification =
                JsonMapper.shared().readTree(clients.receive(queue).body());
        assertThat(notification.path("Type").asString()).isEqualTo("Notification");
        assertThat(notification.path("MessageId").asString()).isEqualTo(id);
        assertThat(notification.path("TopicArn").asString()).isEqualTo(topic);
        assertThat(notification.path("Subject").asString()).isEqualTo("A lead");
        assertThat(notification.path("Message").asString()).isEqualTo("{\"a\":\"b\"}");
        assertThat(notification.path("Timestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(notification.at("/MessageAttributes/eventType/Type").asString())
                .isEqualTo("String");
        assertThat(notification.at("/MessageAttributes/eventType/Value").asString())
                .isEqualTo("Lead.New");
    }

    @Test
    void bringsAMessageToEachQueueWhoseFilterWantsIt() {
        String topic = clients.topic("filtered");
        String all = clients.filteredQueue("all", topic, "{}");
        String leads = clients.filteredQueue("leads", topic, "{\"eventType\":[\"Lead.New\",{\"prefix\":\"Lead.S\"}]}");
        String others =
                clients.filteredQueue("others", topic, "{\"eventType\":[{\"anything-but\":{\"prefix\":\"Lead.\"}}]}");
        String untyped = clients.filteredQueue("untyped", topic, "{\"eventType\":[{\"exists\":false}]}");

        for (String type : List.of("Lead.New", "Lead.StatusChange", "Lead.Renamed", "Offer.New")) {
            clients.sns.publish(publish ->
                    publish.topicArn(topic).message(type).messageAttributes(Map.of("eventType", text(type))));
        }
        clients.sns.publish(publish -> publish.topicArn(topic).message("untyped"));

        assertThat(clients.bodies(all)).hasSize(5);
        assertThat(clients.bodies(leads)).containsExactlyInAnyOrder("Lead.New", "Lead.StatusChange");
        assertThat(clients.bodies(others)).containsExactly("Offer.New");
        assertThat(clients.bodies(untyped)).containsExactly("untyped");
    }

    @Test
    void takesAMessageOfExactlyTheLargestSize() {
        String topic = clients.topic("largest");
        String queue = clients.filteredQueue("largest", topic, "{}");
        int attribute = "size".length() + "String".length() + "12345".length();

        clients.sns.publish(publish -> publish.topicArn(topic)
                .message("+".repeat(LARGEST - attribute))
                .messageAttributes(Map.of("size", text("12345"))));

        assertThat(clients.receive(queue).body()).hasSize(LARGEST - attribute);
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.sns.publish(publish -> publish.topicArn(topic)
                        .message("+".repeat(LARGEST - attribute + 1))
                        .messageAttributes(Map.of("size", text("12345")))))
                .withMessageContaining("Message too long");
    }

    @Test
    void countsBytesAndNotCharacters() {
        String topic = clients.topic("bytes");

        clients.sns.publish(publish -> publish.topicArn(topic).message("ü".repeat(LARGEST / 2)));
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() ->
                        clients.sns.publish(publish -> publish.topicArn(topic).message("ü".repeat(LARGEST / 2) + "!")));
    }

    @Test
    void refusesAnEmptyMessageAndAnUnknownTopic() {
        String topic = clients.topic("empty");

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() ->
                        clients.sns.publish(publish -> publish.topicArn(topic).message("")))
                .withMessageContaining("Empty message");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> clients.sns.publish(
                        publish -> publish.topicArn(topic + "x").message("m")));
    }

    @ParameterizedTest
    @CsvSource({
        "a, String, ''",
        "a, Float, 1",
        "a, Number, one",
        "a, String.Array, text",
        "AWS.a, String, x",
        "a..b, String, x"
    })
    void refusesAnAttributeThatSnsRefuses(String name, String type, String value) {
        String topic = clients.topic("attributes");

        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> clients.sns.publish(publish ->
                        publish.topicArn(topic).message("m").messageAttributes(Map.of(name, attribute(type, value)))));
    }

    @Test
    void publishesTenAtOnce() {
        String topic = clients.topic("ten");
        String queue = clients.filteredQueue("ten", topic, "{}");

        PublishBatchResponse answer = batch(topic, entries(10));

        assertThat(answer.failed()).isEmpty();
        assertThat(answer.successful())
                .hasSize(10)
                .allSatisfy(entry -> assertThat(entry.messageId()).isNotBlank());
        assertThat(clients.bodies(queue))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                        .mapToObj(number -> "message " + number)
                        .toList());
    }

    @Test
    void tellsOfEachEntryWhetherItIsPublished() {
        String topic = clients.topic("partial");
        String queue = clients.filteredQueue("partial", topic, "{}");

        PublishBatchResponse answer = batch(
                topic,
                List.of(
                        entry("good", "one", e -> {}),
                        entry("empty", "", e -> {}),
                        entry("typed", "two", e -> e.messageAttributes(Map.of("a", attribute("Float", "1"))))));

        assertThat(answer.successful()).extracting(entry -> entry.id()).containsExactly("good");
        assertThat(answer.failed())
                .extracting(entry -> entry.id() + " " + entry.code() + " " + entry.senderFault())
                .containsExactly("empty InvalidParameter true", "typed ParameterValueInvalid true");
        assertThat(clients.bodies(queue)).containsExactly("one");
    }

    @Test
    void refusesABatchThatSnsRefuses() {
        String topic = clients.topic("batches");

        assertThatExceptionOfType(EmptyBatchRequestException.class).isThrownBy(() -> batch(topic, List.of()));
        assertThatExceptionOfType(TooManyEntriesInBatchRequestException.class)
                .isThrownBy(() -> batch(topic, entries(11)));
        assertThatExceptionOfType(InvalidBatchEntryIdException.class)
                .isThrownBy(() -> batch(topic, List.of(entry("not valid", "m", e -> {}))));
        assertThatExceptionOfType(BatchEntryIdsNotDistinctException.class)
                .isThrownBy(() -> batch(topic, List.of(entry("a", "m", e -> {}), entry("a", "m", e -> {}))));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> batch(topic + "x", entries(1)));
    }

    @Test
    void measuresABatchAsAWhole() {
        String topic = clients.topic("sizes");
        String queue = clients.filteredQueue("sizes", topic, "{}");
        String half = "x".repeat(LARGEST / 2);

        assertThat(batch(topic, List.of(entry("a", half, e -> {}), entry("b", half, e -> {})))
                        .successful())
                .hasSize(2);
        assertThatExceptionOfType(BatchRequestTooLongException.class)
                .isThrownBy(() -> batch(topic, List.of(entry("a", half, e -> {}), entry("b", half + "x", e -> {}))));
        assertThat(clients.bodies(queue)).hasSize(2);
    }

    @Test
    void losesNothingOfManyPublishersAtOnce() throws Exception {
        String topic = clients.topic("many");
        String queue = clients.filteredQueue("many", topic, "{}");
        List<Future<?>> publishers = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int publisher = 0; publisher < 8; publisher++) {
                String own = "publisher " + publisher + " ";
                publishers.add(threads.submit(() -> {
                    for (int number = 0; number < 10; number++) {
                        batch(
                                topic,
                                List.of(
                                        entry("a", own + number + "a", e -> {}),
                                        entry("b", own + number + "b", e -> {})));
                    }
                }));
            }
            for (Future<?> publisher : publishers) {
                publisher.get();
            }
        }

        assertThat(clients.bodies(queue)).hasSize(160).doesNotHaveDuplicates();
    }

    private static List<String> described(Message message) {
        return message.messageAttributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + " " + described(attribute.getValue()))
                .toList();
    }

    private static String described(software.amazon.awssdk.services.sqs.model.MessageAttributeValue attribute) {
        String value = attribute.binaryValue() == null
                ? attribute.stringValue()
                : Base64.getEncoder().encodeToString(attribute.binaryValue().asByteArray());
        return attribute.dataType() + " " + value;
    }

    private static PublishBatchResponse batch(String topic, List<PublishBatchRequestEntry> entries) {
        return clients.sns.publishBatch(batch -> batch.topicArn(topic).publishBatchRequestEntries(entries));
    }

    private static List<PublishBatchRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> entry("entry-" + number, "message " + number, e -> e.messageGroupId("1")))
                .toList();
    }

    private static PublishBatchRequestEntry entry(
            String id, String message, Consumer<PublishBatchRequestEntry.Builder> more) {
        PublishBatchRequestEntry.Builder entry =
                PublishBatchRequestEntry.builder().id(id).message(message);
        more.accept(entry);
        return entry.build();
    }

    private static MessageAttributeValue text(String value) {
        return attribute("String", value);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
