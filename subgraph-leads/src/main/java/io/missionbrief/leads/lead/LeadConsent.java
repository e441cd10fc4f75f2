package io.missionbrief.leads.lead;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person agreed to be contacted.
 *
 * @param at when it was given or withdrawn; null exactly while it is unknown
 * @param source how, such as the wording of a form; null when nobody said
 */
public record LeadConsent(
        ConsentStatus status,
        @Nullable OffsetDateTime at,
        @Nullable String source) {

    static final LeadConsent UNKNOWN = new LeadConsent(ConsentStatus.UNKNOWN, null, null);

    public LeadConsent {
        if ((status == ConsentStatus.UNKNOWN) != (at == null)) {
            throw new IllegalArgumentException("A consent has a time unless it is unknown");
        }
    }
}
