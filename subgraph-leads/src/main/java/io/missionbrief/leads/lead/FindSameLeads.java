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

    /**
     * One lead for each value: by its place in an index, because a comparison with a whole array would be made for each lead
     * of the workspace. Of several with an email or a phone the oldest.
     */
    static final String SAME = """
            (select 'EXTERNAL_REFERENCE' as key, wanted.value, same.id
                from unnest(cast(? as text[])) as wanted (value), lateral (
                    select id from lead where external_reference = wanted.value order by source, source_detail limit 1
                ) as same)
            union all
            (select 'EMAIL' as key, wanted.value, same.id
                from unnest(cast(? as text[])) as wanted (value), lateral (
                    select id from lead where email_key = wanted.value order by id limit 1
                ) as same)
            union all
            (select 'PHONE' as key, wanted.value, same.id
                from unnest(cast(? as text[])) as wanted (value), lateral (
                    select id from lead where phone = wanted.value order by id limit 1
                ) as same)
            """;

    /**
     * A plan is made for each call: one that was made while the table was empty, and kept, takes any index for as good as
     * another, and an import of a file into an empty table would read all that it has made for each line.
     */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    private static final String PLAN_AS_BEFORE = "set local plan_cache_mode to default";

    /**
     * The leads by what they share; by one statement for all values.
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
            transaction.execute(PLAN_ANEW);
            transaction
                    .fetch(SAME, array(externalReferences), array(emails), array(phones))
                    .forEach(row -> found.computeIfAbsent(row.get("key", String.class), _ -> new HashMap<>())
                            .put(row.get("value", String.class), row.get("id", UUID.class)));
            transaction.execute(PLAN_AS_BEFORE);
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
