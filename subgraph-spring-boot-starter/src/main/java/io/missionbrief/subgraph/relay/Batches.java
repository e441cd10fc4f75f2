package io.missionbrief.subgraph.relay;

import java.util.ArrayList;
import java.util.List;

/** Shares messages out to calls of the topic: ten at most, and no more bytes than a call may have. */
final class Batches {

    /** As SNS limits a call, and each message. */
    static final int LARGEST = 262_144;

    private static final int MESSAGES = 10;

    private Batches() {}

    /** In the order of the messages. */
    static List<List<RelayMessage>> of(List<RelayMessage> messages) {
        List<List<RelayMessage>> batches = new ArrayList<>();
        List<RelayMessage> batch = new ArrayList<>();
        int size = 0;
        for (RelayMessage message : messages) {
            if (batch.size() == MESSAGES || size + message.size() > LARGEST) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(message);
            size += message.size();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
