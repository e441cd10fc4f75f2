package io.missionbrief.subgraph.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The keys of the people whose data is in the log. Never kept in memory: an erased key is gone at once. */
final class PersonalKeys {

    private static final Table<Record> PERSONAL_KEY = table(name("personal_key"));
    private static final Field<String> WORKSPACE_ID = field(name("workspace_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> SUBJECT = field(name("subject"), SQLDataType.UUID);
    private static final Field<byte[]> KEY = field(name("key"), SQLDataType.BLOB);

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

    /** The subject's key, made when there is none. */
    SubjectKey findOrMake(DSLContext transaction, WorkspaceId workspace, UUID subject) {
        return find(transaction, workspace, subject).orElseGet(() -> make(transaction, workspace, subject));
    }

    private SubjectKey make(DSLContext transaction, WorkspaceId workspace, UUID subject) {
        byte[] key = new byte[SubjectKey.LENGTH];
        random.nextBytes(key);
        int made = transaction
                .insertInto(PERSONAL_KEY, WORKSPACE_ID, SUBJECT, KEY)
                .values(workspace.value(), subject, key)
                .onConflictDoNothing()
                .execute();
        // Another transaction made one in between: the insert has waited for its commit, so it is visible now.
        return made == 1
                ? new SubjectKey(workspace, subject, key)
                : find(transaction, workspace, subject).orElseThrow();
    }
}
