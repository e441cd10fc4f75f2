package io.missionbrief.leads.lead;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the leads that have the same external reference, email or phone as others that are to be made. */
@Component
public class FindSameLeads {

    /** The oldest of each value. Under row-level security an index serves these conditions, see V001. */
    private static final String SAME = """
            (select distinct on (external_reference) 'EXTERNAL_REFERENCE' as key, external_reference as value, id
                from lead where external_reference = any (cast(? as text[])) order by external_reference, id)
            union all
            (select distinct on (email_key) 'EMAIL' as key, email_key as value, id
                from lead where email_key = any (cast(? as text[])) order by email_key, id)
            union all
            (select distinct on (phone) 'PHONE' as key, phone as value, id
                from lead where phone = any (cast(? as text[])) order by phone, id)
            """;

    /**
     * The leads by what they share; by one statement.
     *
     * @param emails in lower case
     * @param phones E.164
     */
    public SameLeads find(
            DSLContext transaction,
            Collection<String> externalReferences,
            Collection<String> emails,
            Collection<String> phones) {
        Map<String, Map<String, UUID>> found = new HashMap<>();
        if (!externalReferences.isEmpty() || !emails.isEmpty() || !phones.isEmpty()) {
            transaction
                    .fetch(SAME, array(externalReferences), array(emails), array(phones))
                    .forEach(row -> found.computeIfAbsent(row.get("key", String.class), _ -> new HashMap<>())
                            .put(row.get("value", String.class), row.get("id", UUID.class)));
        }
        return new SameLeads(
                found.getOrDefault("EXTERNAL_REFERENCE", Map.of()),
                found.getOrDefault("EMAIL", Map.of()),
                found.getOrDefault("PHONE", Map.of()));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    /** The oldest lead of each value that is there already. */
    public record SameLeads(
            Map<String, UUID> byExternalReference, Map<String, UUID> byEmail, Map<String, UUID> byPhone) {}
}
