package io.missionbrief.subgraph.relay;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** The topic of one subgraph. It is made with the first call where it is missing, and may be made. */
final class SnsTopic {

    static final String TYPE = "eventType";
    static final String WORKSPACE = "workspaceId";
    static final String TEXT = "String";

    private static final Logger log = LoggerFactory.getLogger(SnsTopic.class);

    private final SnsClient client;
    private final String name;
    private volatile @Nullable String arn;

    SnsTopic(SnsClient client, String subgraph) {
        this.client = client;
        this.name = "missionbrief-" + subgraph;
    }

    /**
     * Sends at most ten messages.
     *
     * @return the positions of those that were acknowledged; others are to be sent again
     * @throws software.amazon.awssdk.core.exception.SdkException when the call as a whole failed, after the SDK's own retries
     */
    Set<Long> publish(List<RelayMessage> messages) {
        List<PublishBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(place -> entry(place, messages.get(place)))
                .toList();
        PublishBatchResponse response =
                client.publishBatch(request -> request.topicArn(arn()).publishBatchRequestEntries(entries));
        Set<Long> acknowledged = new HashSet<>();
        response.successful()
                .forEach(entry -> acknowledged.add(
                        messages.get(Integer.parseInt(entry.id())).position()));
        response.failed()
                .forEach(entry -> log.warn(
                        "The event at position {} was refused by {}: {} {}",
                        messages.get(Integer.parseInt(entry.id())).position(),
                        name,
                        entry.code(),
                        entry.message()));
        return acknowledged;
    }

    private String arn() {
        String known = arn;
        if (known == null) {
            known = client.createTopic(request -> request.name(name)).topicArn();
            arn = known;
        }
        return known;
    }

    private static PublishBatchRequestEntry entry(int place, RelayMessage message) {
        return PublishBatchRequestEntry.builder()
                .id(String.valueOf(place))
                .message(message.body())
                .messageGroupId(message.workspace())
                .messageAttributes(Map.of(TYPE, text(message.type()), WORKSPACE, text(message.workspace())))
                .build();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType(TEXT).stringValue(value).build();
    }
}
