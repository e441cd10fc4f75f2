package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.bulk.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Finds the leads that have the same external reference, email or phone as others that are to be made, and those that the same
 * source names so.
 */
@Component
public class FindSameLeads {

    /**
     * One lead for each value: by its place in an index, because a comparison with a whole array would be made for each lead
     * of the workspace. Of several with an email or a phone the oldest.
     */
    static final String SAME = """
            (select 'EXTERNAL_REFERENCE' as key, wanted.place, same.id
                from unnest(?) with ordinality as wanted (value, place), lateral (
                    select id from lead where external_reference = wanted.value order by source, source_detail limit 1
                ) as same)
            union all
            (select 'EMAIL' as key, wanted.place, same.id
                from unnest(?) with ordinality as wanted (value, place), lateral (
                    select id from lead where email_key = wanted.value order by id limit 1
                ) as same)
            union all
            (select 'PHONE' as key, wanted.place, same.id
                from unnest(?) with ordinality as wanted (value, place), lateral (
                    select id from lead where phone = wanted.value order by id limit 1
                ) as same)
            union all
            (select 'SOURCE_REFERENCE' as key, wanted.place, same.id
                from unnest(?, ?, ?) with ordinality as wanted (value, source, detail, place), lateral (
                    select id from lead where external_reference = wanted.value and source = wanted.source
                        and source_detail = wanted.detail
                    union all
                    select id from lead where external_reference = wanted.value and source = wanted.source
                        and source_detail is null and wanted.detail is null
                    limit 1
                ) as same)
            """;

    /**
     * A plan is made for each call: one that was made while the table was empty, and kept, takes any index for as good as
     * another, and an import of a file into an empty table would read all that it has made for each line.
     */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    private static final String PLAN_AS_BEFORE = "set local plan_cache_mode to default";

    /** The leads by what they share; by one statement for all values. */
    public SameLeads find(DSLContext transaction, Wanted wanted) {
        List<Record> found = wanted.isEmpty() ? List.of() : ask(transaction, wanted);
        return new SameLeads(
                byValue(found, "EXTERNAL_REFERENCE", wanted.externalReferences),
                byValue(found, "EMAIL", wanted.emails),
                byValue(found, "PHONE", wanted.phones),
                byValue(found, "SOURCE_REFERENCE", wanted.sourceReferences));
    }

    private static List<Record> ask(DSLContext transaction, Wanted wanted) {
        transaction.execute(PLAN_ANEW);
        List<Record> found = transaction.fetch(SAME, parameters(wanted));
        transaction.execute(PLAN_AS_BEFORE);
        return found;
    }

    /** Of {@link #SAME}. */
    static Object[] parameters(Wanted wanted) {
        var ofSource = new Columns<>(wanted.sourceReferences);
        return new Object[] {
            texts(wanted.externalReferences),
            texts(wanted.emails),
            texts(wanted.phones),
            ofSource.text(SourceReference::externalReference),
            ofSource.text(reference -> reference.source().name()),
            ofSource.text(SourceReference::sourceDetail)
        };
    }

    private static Param<String[]> texts(List<String> values) {
        return new Columns<>(values).text(value -> value);
    }

    private static <T> Map<T, UUID> byValue(List<Record> found, String key, List<T> values) {
        Map<T, UUID> leads = new HashMap<>();
        for (Record row : found) {
            if (row.get("key", String.class).equals(key)) {
                leads.put(values.get(row.get("place", Integer.class) - 1), row.get("id", UUID.class));
            }
        }
        return leads;
    }

    /**
     * What is looked for.
     *
     * @param externalReferences of whatever source
     * @param emails in lower case
     * @param phones E.164
     * @param sourceReferences of the source that they name
     */
    public record Wanted(
            List<String> externalReferences,
            List<String> emails,
            List<String> phones,
            List<SourceReference> sourceReferences) {

        public Wanted {
            externalReferences = List.copyOf(externalReferences);
            emails = List.copyOf(emails);
            phones = List.copyOf(phones);
            sourceReferences = List.copyOf(sourceReferences);
        }

        boolean isEmpty() {
            return externalReferences.isEmpty() && emails.isEmpty() && phones.isEmpty() && sourceReferences.isEmpty();
        }
    }

    /** The lead of each value that one has; of several the oldest, or with an external reference that of the first source. */
    public record SameLeads(
            Map<String, UUID> byExternalReference,
            Map<String, UUID> byEmail,
            Map<String, UUID> byPhone,
            Map<SourceReference, UUID> bySourceReference) {}
}
