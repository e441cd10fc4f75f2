/** SNS and SQS on one machine: one durable server, behind one address, for the unmodified AWS SDK. */
@NullMarked
package io.missionbrief.broker;

import org.jspecify.annotations.NullMarked;
