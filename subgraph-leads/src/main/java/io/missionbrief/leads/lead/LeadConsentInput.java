package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A consent as a client gives it: its time may be missing. */
record LeadConsentInput(
        ConsentStatus status,
        @Nullable OffsetDateTime at,
        @Nullable String source) {

    InputCheck check(InputCheck check) {
        return check.optionalText("consent.source", source, LeadRules.CONSENT_SOURCE_LENGTH)
                .that(
                        status != ConsentStatus.UNKNOWN || at == null,
                        "consent.at",
                        "A consent that is UNKNOWN has no time: leave it out, or say GIVEN or WITHDRAWN");
    }

    /** Without a time of its own it is given now. */
    LeadConsent consent(DSLContext transaction) {
        if (status == ConsentStatus.UNKNOWN) {
            return new LeadConsent(status, null, Text.orNull(source));
        }
        OffsetDateTime time = at == null ? DatabaseClock.read(transaction) : at;
        // What the column keeps, so that the same consent given again is equal to it.
        OffsetDateTime kept = time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return new LeadConsent(status, kept, Text.orNull(source));
    }
}
