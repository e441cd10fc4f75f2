/** A message as topics and queues both see it. */
@NullMarked
package io.missionbrief.broker.message;

import org.jspecify.annotations.NullMarked;
