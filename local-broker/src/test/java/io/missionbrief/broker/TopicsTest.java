package io.missionbrief.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Topic;

class TopicsTest {

    private static final Clients clients = new Clients(SharedBroker.endpoint());

    @AfterAll
    static void close() {
        clients.close();
    }

    @Test
    void createsATopicOnce() {
        String first = clients.topic("once");

        assertThat(first).startsWith("arn:aws:sns:").endsWith(":" + clients.name("once"));
        assertThat(clients.topic("once")).isEqualTo(first);
        assertThat(clients.sns.listTopicsPaginator().topics())
                .extracting(Topic::topicArn)
                .containsOnlyOnce(first);
    }

    @Test
    void keepsTheAttributesOfATopic() {
        String topic = clients.topic("attributes");

        clients.sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("DisplayName").attributeValue("<Leads> & more"));

        assertThat(clients.sns.getTopicAttributes(get -> get.topicArn(topic)).attributes())
                .containsEntry("TopicArn", topic)
                .containsEntry("DisplayName", "<Leads> & more")
                .containsEntry("SubscriptionsConfirmed", "0");
    }

    @Test
    void refusesTheSameTopicWithOtherAttributes() {
        String name = clients.name("same");
        clients.sns.createTopic(topic -> topic.name(name).attributes(Map.of("DisplayName", "one")));

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() ->
                        clients.sns.createTopic(topic -> topic.name(name).attributes(Map.of("DisplayName", "two"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with.dot", "with space", "a/b"})
    void refusesANameThatSnsRefuses(String name) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.sns.createTopic(topic -> topic.name(name)));
    }

    @Test
    void pagesThroughManyTopics() {
        for (int number = 0; number < 101; number++) {
            clients.topic("page-" + number);
        }

        assertThat(clients.sns.listTopics().topics()).hasSize(100);
        assertThat(clients.sns.listTopicsPaginator().topics())
                .extracting(Topic::topicArn)
                .doesNotHaveDuplicates()
                .filteredOn(arn -> arn.contains(clients.name("").substring(1)))
                .hasSizeGreaterThanOrEqualTo(101);
    }

    @Test
    void forgetsADeletedTopicAndItsSubscriptions() {
        String topic = clients.topic("deleted");
        String subscription = clients.subscribe(topic, clients.queue("deleted"), Map.of());

        clients.sns.deleteTopic(deleted -> deleted.topicArn(topic));
        clients.sns.deleteTopic(again -> again.topicArn(topic));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        clients.sns.publish(publish -> publish.topicArn(topic).message("late")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> clients.sns.getTopicAttributes(get -> get.topicArn(topic)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> clients.sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscription)));
    }

    @Test
    void subscribesAQueueOnce() {
        String topic = clients.topic("subscribed");
        String queue = clients.queue("subscribed");
        Map<String, String> settings = Map.of(
                "RawMessageDelivery",
                "true",
                "FilterPolicy",
                "{\"eventType\":[\"Lead.New\"]}",
                "FilterPolicyScope",
                "MessageAttributes");

        String first = clients.subscribe(topic, queue, settings);

        assertThat(clients.subscribe(topic, queue, settings)).isEqualTo(first);
        assertThat(clients.sns
                        .getSubscriptionAttributes(get -> get.subscriptionArn(first))
                        .attributes())
                .containsAllEntriesOf(settings)
                .containsEntry("TopicArn", topic)
                .containsEntry("Endpoint", clients.arnOf(queue))
                .containsEntry("PendingConfirmation", "false");
        assertThat(clients.sns
                        .listSubscriptionsByTopic(list -> list.topicArn(topic))
                        .subscriptions())
                .extracting(Subscription::subscriptionArn)
                .containsExactly(first);
    }

    @Test
    void refusesTheSameSubscriptionWithOtherAttributes() {
        String topic = clients.topic("differs");
        String queue = clients.queue("differs");
        clients.subscribe(topic, queue, Map.of());

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.subscribe(topic, queue, Map.of("RawMessageDelivery", "true")))
                .withMessageContaining("already exists with different attributes");
    }

    @Test
    void changesASubscription() {
        String topic = clients.topic("changed");
        String queue = clients.queue("changed");
        String subscription = clients.subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));

        clients.sns.setSubscriptionAttributes(set -> set.subscriptionArn(subscription)
                .attributeName("FilterPolicy")
                .attributeValue("{\"a\":[{\"exists\":true}]}"));
        clients.sns.publish(publish -> publish.topicArn(topic).message("unwanted"));
        clients.sns.setSubscriptionAttributes(set ->
                set.subscriptionArn(subscription).attributeName("FilterPolicy").attributeValue("{}"));
        clients.sns.publish(publish -> publish.topicArn(topic).message("wanted"));

        assertThat(clients.bodies(queue)).containsExactly("wanted");
    }

    @Test
    void deliversNothingToWhoHasUnsubscribed() {
        String topic = clients.topic("unsubscribed");
        String queue = clients.queue("unsubscribed");
        String subscription = clients.subscribe(topic, queue, Map.of());

        clients.sns.unsubscribe(end -> end.subscriptionArn(subscription));
        clients.sns.publish(publish -> publish.topicArn(topic).message("late"));

        assertThat(clients.bodies(queue)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FilterPolicy | not json | not JSON",
                "FilterPolicy | {\"a\":\"text\"} | must be an array",
                "FilterPolicy | {\"a\":[{\"suffix\":\"x\"}]} | suffix",
                "FilterPolicy | {\"a\":{\"b\":[\"x\"]}} | must be an array",
                "FilterPolicy | {\"$or\":[{\"a\":[\"x\"]}]} | $or",
                "FilterPolicyScope | MessageBody | MessageAttributes",
                "RawMessageDelivery | yes | true or false",
                "RedrivePolicy | {} | RedrivePolicy",
            })
    void refusesWhatItWouldHaveToIgnore(String attribute, String value, String told) {
        String topic = clients.topic("refused");
        String queue = clients.queue("refused");

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.subscribe(topic, queue, Map.of(attribute, value)))
                .withMessageContaining(told);
    }

    @Test
    void refusesOtherProtocolsAndUnknownQueuesAndTopics() {
        String topic = clients.topic("protocols");
        String queueArn = clients.arnOf(clients.queue("protocols"));

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.sns.subscribe(
                        other -> other.topicArn(topic).protocol("email").endpoint("someone@example.com")));
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> clients.sns.subscribe(
                        other -> other.topicArn(topic).protocol("sqs").endpoint(queueArn + "-unknown")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> clients.sns.subscribe(other ->
                        other.topicArn(topic + "-unknown").protocol("sqs").endpoint(queueArn)));
    }

    @Test
    void saysOfAnActionThatItIsNotKnown() {
        assertThatExceptionOfType(SnsException.class)
                .isThrownBy(clients.sns::listPlatformApplications)
                .withMessageContaining("does not know the action 'ListPlatformApplications'");
    }
}
