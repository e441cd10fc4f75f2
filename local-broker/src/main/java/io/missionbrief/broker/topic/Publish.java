package io.missionbrief.broker.topic;

import io.missionbrief.broker.queue.QueueServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes one message, or up to ten. An acknowledged one is written in every queue that wants it. */
final class Publish {

    private static final Logger log = LoggerFactory.getLogger(Publish.class);
    private static final int MOST_ENTRIES = 10;
    private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final Topics topics;
    private final QueueServer queues;

    Publish(Topics topics, QueueServer queues) {
        this.topics = topics;
        this.queues = queues;
    }

    Element one(Form form) {
        if (form.has("PhoneNumber")) {
            throw SnsException.invalid("PhoneNumber", "the local broker publishes to topics only");
        }
        String topicArn = form.optional("TopicArn").orElseGet(() -> form.required("TargetArn"));
        Delivery delivery = new Delivery(queues, topics.routes(topicArn));
        Notification notification = PublishedMessage.read(topicArn, form);
        try {
            String id = delivery.send(notification).join();
            return Element.of("PublishResult", Element.text("MessageId", id));
        } catch (CompletionException failure) {
            throw notWritten(failure);
        }
    }

    Element batch(Form form) {
        String topicArn = form.required("TopicArn");
        Delivery delivery = new Delivery(queues, topics.routes(topicArn));
        List<Form> entries = form.members("PublishBatchRequestEntries.member");
        requireIds(entries);
        Outcome outcome = new Outcome(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, Notification> notifications = read(topicArn, entries, outcome);
        requireSize(notifications);
        Map<String, CompletableFuture<String>> sent = new LinkedHashMap<>();
        notifications.forEach((id, notification) -> sent.put(id, delivery.send(notification)));
        sent.forEach((id, sending) -> {
            try {
                outcome.published().put(id, sending.join());
            } catch (CompletionException failure) {
                outcome.failed().put(id, notWritten(failure));
            }
        });
        return outcome.toElement();
    }

    private static void requireIds(List<Form> entries) {
        if (entries.isEmpty()) {
            throw SnsException.refused("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw SnsException.refused(
                    "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }
        Set<String> ids = new HashSet<>();
        for (Form entry : entries) {
            String id = entry.optional("Id").orElse("");
            if (!ENTRY_ID.matcher(id).matches()) {
                throw SnsException.refused(
                        "InvalidBatchEntryId",
                        "The Id of a batch entry in a batch request doesn't abide by the specification.");
            }
            if (!ids.add(id)) {
                throw SnsException.refused(
                        "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
            }
        }
    }

    private static Map<String, Notification> read(String topicArn, List<Form> entries, Outcome outcome) {
        Map<String, Notification> notifications = new LinkedHashMap<>();
        for (Form entry : entries) {
            try {
                notifications.put(entry.required("Id"), PublishedMessage.read(topicArn, entry));
            } catch (SnsException refusal) {
                if (refusal.text().endsWith("Message too long")) {
                    throw tooLong();
                }
                outcome.failed().put(entry.required("Id"), refusal);
            }
        }
        return notifications;
    }

    private static void requireSize(Map<String, Notification> notifications) {
        if (notifications.values().stream().mapToInt(Notification::size).sum() > Notification.LARGEST) {
            throw tooLong();
        }
    }

    private static SnsException tooLong() {
        return SnsException.refused(
                "BatchRequestTooLong", "The length of all the batch messages put together is more than the limit.");
    }

    private static SnsException notWritten(CompletionException failure) {
        log.error("a message was not written", failure);
        return SnsException.failed("The message may not be in every queue; publish it again.");
    }

    /**
     * What became of a batch.
     *
     * @param published identities of messages by entry
     * @param failed reasons by entry
     */
    private record Outcome(Map<String, String> published, Map<String, SnsException> failed) {

        Element toElement() {
            return Element.of(
                    "PublishBatchResult",
                    Element.list(
                            "Successful",
                            new ArrayList<>(published.entrySet()),
                            entry -> List.of(
                                    Element.text("Id", entry.getKey()), Element.text("MessageId", entry.getValue()))),
                    Element.list(
                            "Failed",
                            new ArrayList<>(failed.entrySet()),
                            entry -> failure(entry.getKey(), entry.getValue())));
        }

        private static List<Element> failure(String id, SnsException reason) {
            return List.of(
                    Element.text("Id", id),
                    Element.text("Code", reason.code()),
                    Element.text("Message", reason.text()),
                    Element.text("SenderFault", String.valueOf(reason.isSendersFault())));
        }
    }
}
