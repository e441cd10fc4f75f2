package io.missionbrief.broker.queue;

import io.missionbrief.broker.store.StateFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The attributes of queues that ElasticMQ forgets. They are answered as they were set, and have no effect here. */
final class KeptAttributes {

    static final Set<String> NAMES = Set.of(
            "Policy",
            "RedriveAllowPolicy",
            "MessageRetentionPeriod",
            "MaximumMessageSize",
            "SqsManagedSseEnabled",
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds");

    private final StateFile<State> file;
    private State state;

    KeptAttributes(StateFile<State> file) {
        this.file = file;
        this.state = file.read(new State(Map.of()));
    }

    /** Those of a queue by name; empty when it has none. */
    synchronized Map<String, String> of(String queue) {
        return state.queues().getOrDefault(queue, Map.of());
    }

    /** Beside those that the queue has; an empty value takes one away. */
    synchronized void put(String queue, Map<String, String> attributes) {
        Map<String, String> merged = new TreeMap<>(of(queue));
        merged.putAll(attributes);
        merged.values().removeIf(String::isEmpty);
        replace(queue, merged);
    }

    synchronized void forget(String queue) {
        replace(queue, Map.of());
    }

    private void replace(String queue, Map<String, String> attributes) {
        if (attributes.equals(of(queue))) {
            return;
        }
        Map<String, Map<String, String>> queues = new HashMap<>(state.queues());
        queues.remove(queue);
        if (!attributes.isEmpty()) {
            queues.put(queue, Map.copyOf(attributes));
        }
        State next = new State(Map.copyOf(queues));
        file.write(next);
        state = next;
    }

    /**
     * What lies in the file.
     *
     * @param queues attributes by queue and name
     */
    record State(Map<String, Map<String, String>> queues) {}
}
