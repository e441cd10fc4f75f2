package io.missionbrief.leads.lead;

import io.missionbrief.leads.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A consent as a client gives it: its time may be missing. */
record LeadConsentInput(
        ConsentStatus status,
        @Nullable OffsetDateTime at,
        @Nullable String source) {

    InputCheck check(InputCheck check) {
        return check.optionalText("consent.source", source, 500)
                .that(
                        status != ConsentStatus.UNKNOWN || at == null,
                        "consent.at",
                        "A consent that is UNKNOWN has no time: leave it out, or say GIVEN or WITHDRAWN");
    }

    LeadConsent consent() {
        OffsetDateTime time = at == null ? OffsetDateTime.now(ZoneOffset.UTC) : at;
        // What the column keeps, so that the same consent given again is equal to it.
        return new LeadConsent(
                status,
                status == ConsentStatus.UNKNOWN
                        ? null
                        : time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS),
                Text.orNull(source));
    }
}
