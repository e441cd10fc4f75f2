package io.missionbrief.broker.topic;

import io.missionbrief.broker.queue.QueueServer;
import java.util.List;
import java.util.Map;

/** What may be asked of subscriptions. */
final class SubscriptionRequests {

    private final Topics topics;
    private final QueueServer queues;
    private final String queueArns;
    private final String account;

    /** @param queueArns what the names of all queues begin with */
    SubscriptionRequests(Topics topics, QueueServer queues, String queueArns, String account) {
        this.topics = topics;
        this.queues = queues;
        this.queueArns = queueArns;
        this.account = account;
    }

    Element subscribe(Form form) {
        if (!form.required("Protocol").equals(Subscription.PROTOCOL)) {
            throw SnsException.invalid("Protocol", "the local broker delivers to SQS only: sqs");
        }
        SubscriptionSettings settings = SubscriptionSettings.DEFAULTS.with(form.map("Attributes"));
        String topicArn = topics.require(form.required("TopicArn")).arn();
        String queueArn = form.required("Endpoint");
        requireQueue(queueArn);
        return Element.of(
                "SubscribeResult",
                Element.text(
                        "SubscriptionArn",
                        topics.subscribe(topicArn, queueArn, settings).arn()));
    }

    private void requireQueue(String queueArn) {
        if (!queueArn.startsWith(queueArns) || queueArn.endsWith(".fifo")) {
            throw SnsException.invalid("Endpoint", "it must be a standard queue of this broker: " + queueArns + "NAME");
        }
        if (queues.find(queueArn.substring(queueArns.length())).isEmpty()) {
            throw SnsException.invalid("Endpoint", "there is no such queue; create it first");
        }
    }

    Element attributes(Form form) {
        Subscription subscription = topics.requireSubscription(form.required("SubscriptionArn"));
        return Element.of(
                "GetSubscriptionAttributesResult", Element.map("Attributes", subscription.attributes(account)));
    }

    Element setAttribute(Form form) {
        Map<String, String> attribute = Map.of(
                form.required("AttributeName"), form.optional("AttributeValue").orElse(""));
        topics.update(
                form.required("SubscriptionArn"),
                subscription -> subscription.with(subscription.settings().with(attribute)));
        return Element.of("SetSubscriptionAttributesResult");
    }

    Element unsubscribe(Form form) {
        topics.unsubscribe(form.required("SubscriptionArn"));
        return Element.of("UnsubscribeResult");
    }

    Element list(Form form) {
        return Page.of(topics.subscriptions(), form)
                .toElement("ListSubscriptionsResult", "Subscriptions", this::summary);
    }

    Element listByTopic(Form form) {
        List<Subscription> ofTopic = topics.routes(form.required("TopicArn")).stream()
                .map(Route::subscription)
                .toList();
        return Page.of(ofTopic, form).toElement("ListSubscriptionsByTopicResult", "Subscriptions", this::summary);
    }

    private List<Element> summary(Subscription subscription) {
        return List.of(
                Element.text("SubscriptionArn", subscription.arn()),
                Element.text("TopicArn", subscription.topicArn()),
                Element.text("Owner", account),
                Element.text("Protocol", Subscription.PROTOCOL),
                Element.text("Endpoint", subscription.queueArn()));
    }
}
