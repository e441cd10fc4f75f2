package io.missionbrief.subgraph.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.bulk.Columns;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The keys of the people whose data is in the log. Never kept in memory: an erased key is gone at once. */
final class PersonalKeys {

    private static final Table<Record> PERSONAL_KEY = table(name("personal_key"));
    private static final Field<String> WORKSPACE_ID = field(name("workspace_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> SUBJECT = field(name("subject"), SQLDataType.UUID);
    private static final Field<byte[]> KEY = field(name("key"), SQLDataType.BLOB);

    private static final String INSERT = """
            insert into personal_key (workspace_id, subject, key)
            select ?, subject, key from unnest(?, ?) as made (subject, key)
            """;

    private static final String MAKE = INSERT + " on conflict do nothing returning subject, key";

    private final SecureRandom random = new SecureRandom();

    /** The subject's key; empty when there is none, or none any more. */
    Optional<SubjectKey> find(DSLContext database, WorkspaceId workspace, UUID subject) {
        return database.select(KEY)
                .from(PERSONAL_KEY)
                .where(WORKSPACE_ID.eq(workspace.value()))
                .and(SUBJECT.eq(subject))
                .fetchOptional(KEY)
                .map(key -> new SubjectKey(workspace, subject, key));
    }

    /** The key of each subject; those that there are not are made. */
    Map<UUID, SubjectKey> findOrMake(DSLContext transaction, WorkspaceId workspace, Set<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<UUID, SubjectKey> keys = new HashMap<>(find(transaction, workspace, subjects));
        Set<UUID> missing = without(subjects, keys.keySet());
        if (!missing.isEmpty()) {
            keys.putAll(make(transaction, workspace, missing));
        }
        if (keys.size() < subjects.size()) {
            // Another transaction made some in between: the insert has waited for its commit, so they are visible now.
            keys.putAll(find(transaction, workspace, subjects));
        }
        return keys;
    }

    private static Map<UUID, SubjectKey> find(DSLContext database, WorkspaceId workspace, Set<UUID> subjects) {
        return database.select(SUBJECT, KEY)
                .from(PERSONAL_KEY)
                .where(WORKSPACE_ID.eq(workspace.value()))
                .and(SUBJECT.eq(DSL.any(subjects.toArray(UUID[]::new))))
                .fetchMap(SUBJECT, row -> new SubjectKey(workspace, row.value1(), row.value2()));
    }

    private Map<UUID, SubjectKey> make(DSLContext transaction, WorkspaceId workspace, Set<UUID> subjects) {
        var columns = new Columns<>(List.copyOf(subjects));
        return transaction
                .fetch(MAKE, workspace.value(), columns.uuid(subject -> subject), columns.bytes(_ -> random()))
                .intoMap(row -> row.get(SUBJECT), row -> new SubjectKey(workspace, row.get(SUBJECT), row.get(KEY)));
    }

    /** A key for each subject, in their order; known to nobody yet. */
    Map<UUID, SubjectKey> draw(WorkspaceId workspace, Set<UUID> subjects) {
        Map<UUID, SubjectKey> keys = LinkedHashMap.newLinkedHashMap(subjects.size());
        subjects.forEach(subject -> keys.put(subject, new SubjectKey(workspace, subject, random())));
        return keys;
    }

    /** Adds drawn keys, of subjects that have none. */
    void add(DSLContext transaction, WorkspaceId workspace, Map<UUID, SubjectKey> drawn) {
        if (!drawn.isEmpty()) {
            var columns = new Columns<>(List.copyOf(drawn.entrySet()));
            transaction.execute(
                    INSERT,
                    workspace.value(),
                    columns.uuid(Map.Entry::getKey),
                    columns.bytes(entry -> entry.getValue().bytes()));
        }
    }

    private byte[] random() {
        byte[] key = new byte[SubjectKey.LENGTH];
        random.nextBytes(key);
        return key;
    }

    /** In one order for all transactions: two that make the same keys wait for each other, and not in a circle. */
    private static Set<UUID> without(Set<UUID> subjects, Set<UUID> known) {
        var missing = new TreeSet<>(subjects);
        missing.removeAll(known);
        return missing;
    }
}
