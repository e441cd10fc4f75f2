package io.missionbrief.broker.topic;

import java.util.Map;

/**
 * A topic.
 *
 * @param arn its name among all resources
 * @param attributes as they were set; they have no effect here
 */
record Topic(String arn, Map<String, String> attributes) {}
