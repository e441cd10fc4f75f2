package io.missionbrief.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

class QueuesTest {

    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    private static final Clients clients = new Clients(SharedBroker.endpoint());

    @AfterAll
    static void close() {
        clients.close();
    }

    @Test
    void namesQueuesByTheAddressOfBothServices() {
        assertThat(clients.queue("address")).startsWith(SharedBroker.endpoint().toString());
    }

    @Test
    void movesAMessageToTheDeadLetterQueueAfterSoManyReceives() {
        String dead = clients.queue("dead");
        String queue = clients.queue(
                "poison",
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "0",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + clients.arnOf(dead) + "\",\"maxReceiveCount\":\"5\"}"));
        String topic = clients.topic("poison");
        clients.subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));
        clients.sns.publish(publish -> publish.topicArn(topic).message("poison"));

        for (int receive = 1; receive <= 5; receive++) {
            Message message = clients.receive(queue);
            assertThat(message.attributesAsStrings()).containsEntry("ApproximateReceiveCount", String.valueOf(receive));
        }

        assertThat(clients.receive(queue, Duration.ofSeconds(1))).isEmpty();
        assertThat(clients.receive(dead).body()).isEqualTo("poison");
    }

    @Test
    void acceptsAGroupInAStandardQueue() {
        String queue = clients.queue("group");

        clients.sqs.sendMessage(
                send -> send.queueUrl(queue).messageBody("direct").messageGroupId("workspace-1"));

        assertThat(clients.receive(queue).attributesAsStrings()).containsEntry("MessageGroupId", "workspace-1");
    }

    @Test
    void keepsAPolicyAndARetentionGivenAtCreation() {
        Map<QueueAttributeName, String> attributes =
                Map.of(QueueAttributeName.POLICY, POLICY, QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600");
        String queue = clients.queue("policy", attributes);

        assertThat(clients.queue("policy", attributes)).isEqualTo(queue);
        assertThat(clients.attribute(queue, QueueAttributeName.POLICY)).isEqualTo(POLICY);
        assertThat(clients.sqs
                        .getQueueAttributes(asked -> asked.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .containsAllEntriesOf(attributes)
                .containsKey(QueueAttributeName.QUEUE_ARN);
        assertThatExceptionOfType(QueueNameExistsException.class)
                .isThrownBy(() -> clients.queue("policy", Map.of(QueueAttributeName.POLICY, "{}")));
    }

    @Test
    void keepsAPolicySetLaterBesideTheRest() {
        String queue = clients.queue("later");

        clients.sqs.setQueueAttributes(
                set -> set.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, POLICY)));
        clients.sqs.setQueueAttributes(
                set -> set.queueUrl(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77")));

        assertThat(clients.attribute(queue, QueueAttributeName.POLICY)).isEqualTo(POLICY);
        assertThat(clients.attribute(queue, QueueAttributeName.VISIBILITY_TIMEOUT))
                .isEqualTo("77");
    }

    @Test
    void forgetsADeletedQueue() {
        String queue = clients.queue("deleted", Map.of(QueueAttributeName.POLICY, POLICY));

        clients.sqs.deleteQueue(delete -> delete.queueUrl(queue));

        assertThatExceptionOfType(QueueDoesNotExistException.class)
                .isThrownBy(() -> clients.sqs.getQueueUrl(get -> get.queueName(clients.name("deleted"))));
    }
}
