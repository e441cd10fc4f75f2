package io.missionbrief.broker.topic;

import io.missionbrief.broker.http.Answer;
import io.missionbrief.broker.http.Request;
import io.missionbrief.broker.http.Service;
import io.missionbrief.broker.queue.QueueServer;
import io.missionbrief.broker.store.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SNS, as far as topics and queues need it, in AWS's query protocol. */
public final class TopicService implements Service {

    private static final Logger log = LoggerFactory.getLogger(TopicService.class);

    private final TopicRequests topicRequests;
    private final SubscriptionRequests subscriptionRequests;
    private final Publish publish;

    /**
     * With the topics that a file has.
     *
     * @param file of topics and subscriptions
     */
    public TopicService(Path file, QueueServer queues, String region, String account) {
        String place = ":" + region + ":" + account + ":";
        Topics topics = new Topics(new StateFile<>(file, Topics.State.class), "arn:aws:sns" + place);
        this.topicRequests = new TopicRequests(topics, account);
        this.subscriptionRequests = new SubscriptionRequests(topics, queues, "arn:aws:sqs" + place, account);
        this.publish = new Publish(topics, queues);
    }

    @Override
    public Answer answer(Request request) {
        String requestId = UUID.randomUUID().toString();
        try {
            Form form = Form.parse(request.body());
            String action = form.optional("Action").orElse("");
            Element metadata = Element.of("ResponseMetadata", Element.text("RequestId", requestId));
            return xml(200, Element.of(action + "Response", result(action, form), metadata), requestId);
        } catch (SnsException refusal) {
            return xml(refusal.status(), error(refusal, requestId), requestId);
        } catch (CompletionException | UncheckedIOException failure) {
            log.error("a request to a topic failed", failure);
            SnsException refusal = SnsException.failed("The broker could not read or write what it keeps.");
            return xml(refusal.status(), error(refusal, requestId), requestId);
        }
    }

    private Element result(String action, Form form) {
        return switch (action) {
            case "CreateTopic" -> topicRequests.create(form);
            case "GetTopicAttributes" -> topicRequests.attributes(form);
            case "SetTopicAttributes" -> topicRequests.setAttribute(form);
            case "DeleteTopic" -> topicRequests.delete(form);
            case "ListTopics" -> topicRequests.list(form);
            case "Subscribe" -> subscriptionRequests.subscribe(form);
            case "GetSubscriptionAttributes" -> subscriptionRequests.attributes(form);
            case "SetSubscriptionAttributes" -> subscriptionRequests.setAttribute(form);
            case "Unsubscribe" -> subscriptionRequests.unsubscribe(form);
            case "ListSubscriptions" -> subscriptionRequests.list(form);
            case "ListSubscriptionsByTopic" -> subscriptionRequests.listByTopic(form);
            case "Publish" -> publish.one(form);
            case "PublishBatch" -> publish.batch(form);
            default ->
                throw SnsException.refused(
                        "InvalidAction", "The local broker does not know the action '" + action + "'.");
        };
    }

    private static Element error(SnsException refusal, String requestId) {
        return Element.of(
                "ErrorResponse",
                Element.of(
                        "Error",
                        Element.text("Type", refusal.isSendersFault() ? "Sender" : "Receiver"),
                        Element.text("Code", refusal.code()),
                        Element.text("Message", refusal.text())),
                Element.text("RequestId", requestId));
    }

    private static Answer xml(int status, Element content, String requestId) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/xml; charset=utf-8", "x-amzn-RequestId", requestId),
                content.toXml());
    }
}
