package io.missionbrief.broker.queue;

import io.missionbrief.broker.message.MessageAttribute;
import io.missionbrief.broker.message.QueueMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ActorRef;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.NewMessageData;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.msg.SendMessage;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** A queue that messages can be put into. */
public final class Queue {

    private final ActorRef actor;

    Queue(ActorRef actor) {
        this.actor = actor;
    }

    /** Done when the message is written; failed when it may not be. */
    public CompletableFuture<?> send(QueueMessage message) {
        return QueueServer.ask(actor, new SendMessage(data(message)));
    }

    private static NewMessageData data(QueueMessage message) {
        return new NewMessageData(
                Option.empty(),
                new MessageContent(message.body()),
                attributes(message),
                ImmediateNextDelivery$.MODULE$,
                Option.apply(message.groupId()),
                Option.empty(),
                0,
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private static scala.collection.immutable.Map<String, org.elasticmq.MessageAttribute> attributes(
            QueueMessage message) {
        Map<String, org.elasticmq.MessageAttribute> attributes = new HashMap<>();
        message.attributes().forEach((name, attribute) -> attributes.put(name, attribute(attribute)));
        return Map$.MODULE$.from(CollectionConverters.asScala(attributes));
    }

    private static org.elasticmq.MessageAttribute attribute(MessageAttribute attribute) {
        Option<String> label = attribute.label().isEmpty() ? Option.empty() : Option.apply(attribute.label());
        return switch (attribute.kind()) {
            case "Number" -> new NumberMessageAttribute(attribute.value(), label);
            case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), label);
            default -> new StringMessageAttribute(attribute.value(), label);
        };
    }
}
