/** The topics: the part of SNS that brings a message to the queues. */
@NullMarked
package io.missionbrief.broker.topic;

import org.jspecify.annotations.NullMarked;
