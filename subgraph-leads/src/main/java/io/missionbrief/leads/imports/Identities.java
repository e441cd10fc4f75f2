package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.FindSameLeads.SameLeads;
import io.missionbrief.leads.lead.FindSameLeads.Wanted;
import io.missionbrief.leads.lead.NewLead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what the leads of one batch are known, as far as the mapping looks for duplicates by it. */
final class Identities {

    private final List<Identity<?>> looked = new ArrayList<>();

    /** For each value the new lead that has it. */
    private final Map<Identity<?>, Map<Object, UUID>> taken = new HashMap<>();

    Identities(List<LeadImportDuplicateKey> keys) {
        keys.forEach(key -> looked.add(Identity.of(key)));
        if (!looked.contains(Identity.EXTERNAL_REFERENCE)) {
            looked.add(Identity.SOURCE_REFERENCE);
        }
    }

    /** What to look for before these leads are made. */
    Wanted wanted(List<NewLead> leads) {
        return new Wanted(
                values(Identity.EXTERNAL_REFERENCE, leads),
                values(Identity.EMAIL, leads),
                values(Identity.PHONE, leads),
                values(Identity.SOURCE_REFERENCE, leads));
    }

    private <T> List<T> values(Identity<T> identity, List<NewLead> leads) {
        return looked.contains(identity)
                ? leads.stream()
                        .map(identity.value())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The values belong to a new lead from now on. */
    void taken(NewLead lead, UUID id) {
        for (Identity<?> identity : looked) {
            Object value = identity.value().apply(lead);
            if (value != null) {
                taken.computeIfAbsent(identity, _ -> new HashMap<>()).put(value, id);
            }
        }
    }

    /** What the report says of a line that is a duplicate; null when it is none. */
    ReportLines.@Nullable Entry duplicate(int line, NewLead lead, SameLeads there) {
        for (Identity<?> identity : looked) {
            Object value = identity.value().apply(lead);
            UUID before = value == null ? null : identity.there().apply(there).get(value);
            if (before != null) {
                return ReportLines.Entry.duplicate(
                        line, "There is a lead with the same " + identity.noun() + " already", before);
            }
            UUID earlier = value == null
                    ? null
                    : taken.getOrDefault(identity, Map.of()).get(value);
            if (earlier != null) {
                return ReportLines.Entry.duplicate(line, "An earlier line has the same " + identity.noun(), earlier);
            }
        }
        return null;
    }
}
