/** Filter policies of subscriptions, by message attributes. */
@NullMarked
package io.missionbrief.broker.filter;

import org.jspecify.annotations.NullMarked;
