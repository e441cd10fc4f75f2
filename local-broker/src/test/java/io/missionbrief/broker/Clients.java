package io.missionbrief.broker;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The unmodified AWS SDK at an address, with names that no other test has. */
final class Clients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    final SnsClient sns;
    final SqsClient sqs;

    Clients(URI endpoint) {
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        ClientOverrideConfiguration once = ClientOverrideConfiguration.builder()
                .retryStrategy(retries -> retries.maxAttempts(1))
                .apiCallTimeout(Duration.ofSeconds(40))
                .build();
        sns = SnsClient.builder()
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .region(Region.US_EAST_1)
                .overrideConfiguration(once)
                .build();
        sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .region(Region.US_EAST_1)
                .overrideConfiguration(once)
                .build();
    }

    String name(String base) {
        return base + "-" + mark;
    }

    String topic(String base) {
        return sns.createTopic(topic -> topic.name(name(base))).topicArn();
    }

    String queue(String base) {
        return queue(base, Map.of());
    }

    /** The address of a new queue. */
    String queue(String base, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(queue -> queue.queueName(name(base)).attributes(attributes))
                .queueUrl();
    }

    String arnOf(String queueUrl) {
        return String.valueOf(attribute(queueUrl, QueueAttributeName.QUEUE_ARN));
    }

    String attribute(String queueUrl, QueueAttributeName name) {
        return String.valueOf(
                sqs.getQueueAttributes(asked -> asked.queueUrl(queueUrl).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    /** The new subscription's name among all resources. */
    String subscribe(String topicArn, String queueUrl, Map<String, String> attributes) {
        return sns.subscribe(subscription -> subscription
                        .topicArn(topicArn)
                        .protocol("sqs")
                        .endpoint(arnOf(queueUrl))
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    /** A queue that gets what a filter policy lets through, raw. */
    String filteredQueue(String base, String topicArn, String filterPolicy) {
        String queue = queue(base);
        subscribe(topicArn, queue, Map.of("RawMessageDelivery", "true", "FilterPolicy", filterPolicy));
        return queue;
    }

    Optional<Message> receive(String queueUrl, Duration wait) {
        return sqs
                .receiveMessage(asked -> asked.queueUrl(queueUrl)
                        .maxNumberOfMessages(1)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All")
                        .waitTimeSeconds((int) wait.toSeconds()))
                .messages()
                .stream()
                .findFirst();
    }

    Message receive(String queueUrl) {
        return receive(queueUrl, PATIENCE).orElseThrow(() -> new AssertionError("no message came to " + queueUrl));
    }

    /** Takes what is there, until there is no more. What was published is there when publishing has returned. */
    List<Message> drain(String queueUrl) {
        List<Message> all = new ArrayList<>();
        while (true) {
            List<Message> some = sqs.receiveMessage(asked ->
                            asked.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
            delete(queueUrl, some);
        }
    }

    private void delete(String queueUrl, List<Message> messages) {
        Map<String, String> handles = new HashMap<>();
        messages.forEach(message -> handles.put(message.messageId(), message.receiptHandle()));
        sqs.deleteMessageBatch(batch -> batch.queueUrl(queueUrl)
                .entries(handles.entrySet().stream()
                        .map(handle ->
                                software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry.builder()
                                        .id(handle.getKey())
                                        .receiptHandle(handle.getValue())
                                        .build())
                        .toList()));
    }

    List<String> bodies(String queueUrl) {
        return drain(queueUrl).stream().map(Message::body).toList();
    }

    @Override
    public void close() {
        sns.close();
        sqs.close();
    }
}
