package io.missionbrief.plans.price;

import io.missionbrief.plans.plan.ActiveDates;
import io.missionbrief.plans.version.PlanVersion;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Why a version cannot be sold on a day. */
enum PlanPriceUnavailability {
    NOT_YET_PUBLISHED,
    RETIRED,
    OUTSIDE_ACTIVE_DATES;

    /** Null when it can be sold. A day on which one version follows another belongs to the later one. */
    static @Nullable PlanPriceUnavailability of(PlanVersion version, ActiveDates dates, LocalDate day) {
        if (day(version.publishedAt()).isAfter(day)) {
            return NOT_YET_PUBLISHED;
        }
        if (version.retiredAt() != null && !day(version.retiredAt()).isAfter(day)) {
            return RETIRED;
        }
        return dates.include(day) ? null : OUTSIDE_ACTIVE_DATES;
    }

    private static LocalDate day(OffsetDateTime instant) {
        return instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }
}
