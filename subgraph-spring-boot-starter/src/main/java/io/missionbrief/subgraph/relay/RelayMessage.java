package io.missionbrief.subgraph.relay;

import java.nio.charset.StandardCharsets;

/**
 * An event as it is sent.
 *
 * @param position of the event in the log of the subgraph
 * @param workspace whose event it is; also the group by which queues are shared out fairly
 * @param type by which subscriptions choose
 * @param body the event as a CloudEvent
 * @param size bytes that SNS counts of it: its body, and name, type and value of each attribute
 */
record RelayMessage(long position, String workspace, String type, String body, int size) {

    RelayMessage(long position, String workspace, String type, String body) {
        this(position, workspace, type, body, size(workspace, type, body));
    }

    private static int size(String workspace, String type, String body) {
        return bytes(body)
                + bytes(SnsTopic.WORKSPACE + SnsTopic.TEXT + workspace)
                + bytes(SnsTopic.TYPE + SnsTopic.TEXT + type);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
