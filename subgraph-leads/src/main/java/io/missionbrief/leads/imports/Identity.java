package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.FindSameLeads.SameLeads;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.SourceReference;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By what two leads are the same one.
 *
 * @param <T> what is compared
 * @param noun as a report tells it
 * @param value what a lead has of it; null when it has none
 * @param there the leads that have it already
 */
record Identity<T>(String noun, Function<NewLead, @Nullable T> value, Function<SameLeads, Map<T, UUID>> there) {

    static final Identity<String> EXTERNAL_REFERENCE =
            new Identity<>("external reference", NewLead::externalReference, SameLeads::byExternalReference);

    static final Identity<String> EMAIL = new Identity<>("email", Identity::email, SameLeads::byEmail);

    static final Identity<String> PHONE = new Identity<>("phone", NewLead::phone, SameLeads::byPhone);

    /** Whatever the mapping says: one lead of a workspace has it at most. */
    static final Identity<SourceReference> SOURCE_REFERENCE =
            new Identity<>("source and external reference", SourceReference::of, SameLeads::bySourceReference);

    static Identity<String> of(LeadImportDuplicateKey key) {
        return switch (key) {
            case EXTERNAL_REFERENCE -> EXTERNAL_REFERENCE;
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
        };
    }

    private static @Nullable String email(NewLead lead) {
        return lead.email() == null ? null : lead.email().toLowerCase(Locale.ROOT);
    }
}
