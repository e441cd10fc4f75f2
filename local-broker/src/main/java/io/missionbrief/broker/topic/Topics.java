package io.missionbrief.broker.topic;

import io.missionbrief.broker.store.StateFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All topics and subscriptions. What a method has returned from is written. */
final class Topics {

    private final StateFile<State> file;
    private final String arns;
    private State state;
    private volatile Map<String, List<Route>> routes;

    /** @param arns what the names of all topics begin with */
    Topics(StateFile<State> file, String arns) {
        this.file = file;
        this.arns = arns;
        this.state = file.read(new State(List.of(), List.of()));
        this.routes = routes(state);
    }

    /** The one that is there, or a new one; its attributes must be those that it has. */
    synchronized Topic create(String name, Map<String, String> attributes) {
        String arn = arns + name;
        Optional<Topic> present = topic(arn);
        if (present.isPresent()) {
            if (!present.get().attributes().entrySet().containsAll(attributes.entrySet())) {
                throw SnsException.invalid("Attributes", "Topic already exists with different attributes");
            }
            return present.get();
        }
        Topic topic = new Topic(arn, Map.copyOf(attributes));
        replace(new State(plus(state.topics(), topic), state.subscriptions()));
        return topic;
    }

    synchronized void update(Topic changed) {
        replace(new State(
                changed(state.topics(), topic -> topic.arn().equals(changed.arn()) ? changed : topic),
                state.subscriptions()));
    }

    synchronized void delete(String topicArn) {
        replace(new State(
                state.topics().stream()
                        .filter(topic -> !topic.arn().equals(topicArn))
                        .toList(),
                state.subscriptions().stream()
                        .filter(subscription -> !subscription.topicArn().equals(topicArn))
                        .toList()));
    }

    /** The one that is there, or a new one; its settings must be those that it has. */
    synchronized Subscription subscribe(String topicArn, String queueArn, SubscriptionSettings settings) {
        require(topicArn);
        Optional<Subscription> present = state.subscriptions().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn)
                        && subscription.queueArn().equals(queueArn))
                .findFirst();
        if (present.isPresent()) {
            if (!present.get().settings().equals(settings)) {
                throw SnsException.invalid("Attributes", "Subscription already exists with different attributes");
            }
            return present.get();
        }
        Subscription subscription = new Subscription(topicArn + ":" + UUID.randomUUID(), topicArn, queueArn, settings);
        replace(new State(state.topics(), plus(state.subscriptions(), subscription)));
        return subscription;
    }

    synchronized void update(String subscriptionArn, UnaryOperator<Subscription> change) {
        requireSubscription(subscriptionArn);
        replace(new State(
                state.topics(),
                changed(
                        state.subscriptions(),
                        subscription -> subscription.arn().equals(subscriptionArn)
                                ? change.apply(subscription)
                                : subscription)));
    }

    synchronized void unsubscribe(String subscriptionArn) {
        replace(new State(
                state.topics(),
                state.subscriptions().stream()
                        .filter(subscription -> !subscription.arn().equals(subscriptionArn))
                        .toList()));
    }

    synchronized List<Topic> all() {
        return state.topics();
    }

    synchronized List<Subscription> subscriptions() {
        return state.subscriptions();
    }

    /** @throws SnsException when there is none */
    synchronized Topic require(String topicArn) {
        return topic(topicArn).orElseThrow(() -> SnsException.notFound("Topic"));
    }

    /** @throws SnsException when there is none */
    synchronized Subscription requireSubscription(String subscriptionArn) {
        return state.subscriptions().stream()
                .filter(subscription -> subscription.arn().equals(subscriptionArn))
                .findFirst()
                .orElseThrow(() -> SnsException.notFound("Subscription"));
    }

    /** @throws SnsException when there is no such topic */
    List<Route> routes(String topicArn) {
        List<Route> found = routes.get(topicArn);
        if (found == null) {
            throw SnsException.notFound("Topic");
        }
        return found;
    }

    private Optional<Topic> topic(String arn) {
        return state.topics().stream().filter(topic -> topic.arn().equals(arn)).findFirst();
    }

    private void replace(State next) {
        if (!next.equals(state)) {
            file.write(next);
            state = next;
            routes = routes(next);
        }
    }

    private static Map<String, List<Route>> routes(State state) {
        return state.topics().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Topic::arn,
                        topic -> state.subscriptions().stream()
                                .filter(subscription -> subscription.topicArn().equals(topic.arn()))
                                .map(Route::of)
                                .toList()));
    }

    private static <T> List<T> plus(List<T> present, T one) {
        return Stream.concat(present.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> changed(List<T> present, UnaryOperator<T> change) {
        return present.stream().map(change).toList();
    }

    /**
     * What lies in the file.
     *
     * @param topics in the order in which they were made
     * @param subscriptions in the order in which they were made
     */
    record State(List<Topic> topics, List<Subscription> subscriptions) {}
}
