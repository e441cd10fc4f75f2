package io.missionbrief.broker.topic;

import io.missionbrief.broker.message.MessageAttribute;
import io.missionbrief.broker.message.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message on its way to the queues.
 *
 * @param id given by the broker
 * @param topicArn where it was published
 * @param subject null when the sender gave none
 * @param message the text itself
 * @param attributes by name
 * @param groupId null when the sender gave none
 */
record Notification(
        String id,
        String topicArn,
        @Nullable String subject,
        String message,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId) {

    /** SNS's, for a message and for a batch, in bytes. */
    static final int LARGEST = 262_144;

    /** SQS takes no more, and so a raw message with more reaches no queue. */
    static final int MOST_RAW_ATTRIBUTES = 10;

    int size() {
        return attributes.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + entry.getValue().size())
                .reduce(bytes(message), Integer::sum);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    boolean fitsInto(SubscriptionSettings settings) {
        return !settings.raw() || attributes.size() <= MOST_RAW_ATTRIBUTES;
    }

    QueueMessage toQueueMessage(SubscriptionSettings settings) {
        return settings.raw()
                ? new QueueMessage(message, attributes, groupId)
                : new QueueMessage(envelope(), Map.of(), groupId);
    }

    /** As SNS wraps it, but without a signature and without addresses: there is no key here that anybody could check. */
    private String envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("Type", "Notification");
        envelope.put("MessageId", id);
        envelope.put("TopicArn", topicArn);
        if (subject != null) {
            envelope.put("Subject", subject);
        }
        envelope.put("Message", message);
        envelope.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        if (!attributes.isEmpty()) {
            Map<String, Object> wrapped = new LinkedHashMap<>();
            attributes.forEach((name, attribute) ->
                    wrapped.put(name, Map.of("Type", attribute.dataType(), "Value", attribute.value())));
            envelope.put("MessageAttributes", wrapped);
        }
        return JsonMapper.shared().writeValueAsString(envelope);
    }
}
