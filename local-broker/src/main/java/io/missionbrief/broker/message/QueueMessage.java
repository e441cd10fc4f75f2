package io.missionbrief.broker.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is put into a queue.
 *
 * @param body text
 * @param attributes by name
 * @param groupId whose turn it is in a fair queue; null when the sender gave none
 */
public record QueueMessage(
        String body,
        Map<String, MessageAttribute> attributes,
        @Nullable String groupId) {}
