package io.missionbrief.broker.topic;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A queue that gets a topic's messages.
 *
 * @param arn its name among all resources
 * @param topicArn of the topic
 * @param queueArn of the queue
 * @param settings how and which
 */
record Subscription(String arn, String topicArn, String queueArn, SubscriptionSettings settings) {

    static final String PROTOCOL = "sqs";

    String queue() {
        return queueArn.substring(queueArn.lastIndexOf(':') + 1);
    }

    Subscription with(SubscriptionSettings changed) {
        return new Subscription(arn, topicArn, queueArn, changed);
    }

    Map<String, String> attributes(String account) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("SubscriptionArn", arn);
        attributes.put("TopicArn", topicArn);
        attributes.put("Owner", account);
        attributes.put("Protocol", PROTOCOL);
        attributes.put("Endpoint", queueArn);
        attributes.put("PendingConfirmation", "false");
        attributes.put("ConfirmationWasAuthenticated", "true");
        attributes.putAll(settings.attributes());
        return attributes;
    }
}
