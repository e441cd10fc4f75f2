/** The queues: ElasticMQ with its store, and what it does not keep. */
@NullMarked
package io.missionbrief.broker.queue;

import org.jspecify.annotations.NullMarked;
