package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.FindSameLeads.SameLeads;
import io.missionbrief.leads.lead.NewLead;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what the leads of one batch are known, as far as the mapping looks for duplicates by it. */
final class Identities {

    /** Of a value that stands in the batch, but that no new lead has. */
    private static final int NOBODY = -1;

    private final List<LeadImportDuplicateKey> keys;

    /** For each value the number of the new lead that has it. */
    private final Map<LeadImportDuplicateKey, Map<String, Integer>> values = new HashMap<>();

    Identities(List<LeadImportDuplicateKey> keys) {
        this.keys = keys;
        keys.forEach(key -> values.put(key, new HashMap<>()));
    }

    /** Notes the values of a line; null for one that becomes no lead. */
    void note(@Nullable NewLead lead) {
        for (LeadImportDuplicateKey key : keys) {
            String value = lead == null ? null : value(key, lead);
            if (value != null) {
                of(key).put(value, NOBODY);
            }
        }
    }

    Collection<String> externalReferences() {
        return of(LeadImportDuplicateKey.EXTERNAL_REFERENCE).keySet();
    }

    Collection<String> emails() {
        return of(LeadImportDuplicateKey.EMAIL).keySet();
    }

    Collection<String> phones() {
        return of(LeadImportDuplicateKey.PHONE).keySet();
    }

    /** The values belong to a new lead from now on. */
    void taken(NewLead lead, int number) {
        for (LeadImportDuplicateKey key : keys) {
            String value = value(key, lead);
            if (value != null) {
                of(key).put(value, number);
            }
        }
    }

    /** What the report says of a line that is a duplicate; null when it is none. */
    ReportLines.@Nullable Entry duplicate(int line, NewLead lead, SameLeads there) {
        for (LeadImportDuplicateKey key : keys) {
            String value = value(key, lead);
            UUID before = value == null ? null : there(key, there).get(value);
            if (before != null) {
                return ReportLines.Entry.duplicate(
                        line, "There is a lead with the same " + noun(key) + " already", before);
            }
            int earlier = value == null ? NOBODY : of(key).getOrDefault(value, NOBODY);
            if (earlier != NOBODY) {
                return ReportLines.Entry.duplicateInBatch(line, "An earlier line has the same " + noun(key), earlier);
            }
        }
        return null;
    }

    /** The same for a line that the table has refused. */
    static ReportLines.Entry sameReference(int line, NewLead lead, SameLeads there) {
        UUID before = there.byExternalReference().get(String.valueOf(lead.externalReference()));
        return ReportLines.Entry.duplicate(
                line, "There is a lead of the same source with the same external reference already", before);
    }

    private Map<String, Integer> of(LeadImportDuplicateKey key) {
        return values.getOrDefault(key, Map.of());
    }

    private static Map<String, UUID> there(LeadImportDuplicateKey key, SameLeads there) {
        return switch (key) {
            case EXTERNAL_REFERENCE -> there.byExternalReference();
            case EMAIL -> there.byEmail();
            case PHONE -> there.byPhone();
        };
    }

    private static @Nullable String value(LeadImportDuplicateKey key, NewLead lead) {
        return switch (key) {
            case EXTERNAL_REFERENCE -> lead.externalReference();
            case EMAIL -> lead.email() == null ? null : lead.email().toLowerCase(Locale.ROOT);
            case PHONE -> lead.phone();
        };
    }

    private static String noun(LeadImportDuplicateKey key) {
        return switch (key) {
            case EXTERNAL_REFERENCE -> "external reference";
            case EMAIL -> "email";
            case PHONE -> "phone";
        };
    }
}
