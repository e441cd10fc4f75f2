package io.missionbrief.leads.lead;

import org.jspecify.annotations.Nullable;

/** How a sender names a lead. One lead of a workspace has it at most. */
public record SourceReference(
        String externalReference,
        LeadSource source,
        @Nullable String sourceDetail) {

    /** Null when the sender does not name it. */
    public static @Nullable SourceReference of(NewLead lead) {
        String externalReference = lead.externalReference();
        return externalReference == null
                ? null
                : new SourceReference(externalReference, lead.source(), lead.sourceDetail());
    }
}
