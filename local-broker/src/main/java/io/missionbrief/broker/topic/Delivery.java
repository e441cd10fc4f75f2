package io.missionbrief.broker.topic;

import io.missionbrief.broker.queue.Queue;
import io.missionbrief.broker.queue.QueueServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of one request to the queues that want them. */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final QueueServer queues;
    private final List<Route> routes;
    private final Map<String, Optional<Queue>> found = new HashMap<>();

    Delivery(QueueServer queues, List<Route> routes) {
        this.queues = queues;
        this.routes = routes;
    }

    /** The identity of the message, once it is written in all queues; failed when in one of them it may not be. */
    CompletableFuture<String> send(Notification notification) {
        CompletableFuture<?>[] sent = routes.stream()
                .filter(route -> route.filter().wants(notification.attributes()))
                .map(route -> send(notification, route.subscription()))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(sent).thenApply(_ -> notification.id());
    }

    /** SNS gives up what no queue will ever take, and so it is here; the publisher cannot help it. */
    private CompletableFuture<?> send(Notification notification, Subscription subscription) {
        Optional<Queue> queue = found.computeIfAbsent(subscription.queue(), queues::find);
        if (queue.isEmpty()) {
            log.warn(
                    "{} is subscribed to {} and is not there: a message is lost",
                    subscription.queueArn(),
                    subscription.topicArn());
            return CompletableFuture.completedFuture(null);
        }
        if (!notification.fitsInto(subscription.settings())) {
            log.warn(
                    "a message of {} has more attributes than a raw one may have in SQS: it is lost",
                    subscription.topicArn());
            return CompletableFuture.completedFuture(null);
        }
        return queue.get().send(notification.toQueueMessage(subscription.settings()));
    }
}
