package io.missionbrief.plans.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days (UTC) on which a plan may be sold.
 *
 * @param from the first one; null: from its first publication
 * @param until the last one; null: until it is retired
 */
public record ActiveDates(
        @Nullable LocalDate from, @Nullable LocalDate until) {

    /** Whether they allow a sale on this day. */
    public boolean include(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
