package io.missionbrief.subgraph.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.bulk.Columns;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The keys of the people whose data is in the log. Kept in memory only until they are
 * first written: an erased key is gone at once. */
final class PersonalKeys {

    private static final Table<Record> PERSONAL_KEY = table(name("personal_key"));
    private static final Field<String> WORKSPACE_ID = field(name("workspace_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> SUBJECT = field(name("subject"), SQLDataType.UUID);
    private static final Field<byte[]> KEY = field(name("key"), SQLDataType.BLOB);

    private static final String INSERT = """
            insert into personal_key (workspace_id, subject, key)
            select ?, subject, key from unnest(?, ?) as made (subject, key)
            """;

    private static final String INSERT_IF_NEW = """
            insert into personal_key (workspace_id, subject, key) values (?, ?, ?) on conflict do nothing
            """;

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

    /** The subject's key; made when there is none. */
    SubjectKey findOrMake(DSLContext transaction, WorkspaceId workspace, UUID subject) {
        return find(transaction, workspace, subject)
                .or(() -> make(transaction, workspace, subject))
                // Another transaction has made it in between: the insert has waited for its commit, so it is visible
                // now.
                .or(() -> find(transaction, workspace, subject))
                // Never unsealed: whoever was erased in this very moment has no key, and their event is not written.
                .orElseThrow();
    }

    private Optional<SubjectKey> make(DSLContext transaction, WorkspaceId workspace, UUID subject) {
        SubjectKey drawn = draw(workspace, subject);
        int made = transaction.execute(INSERT_IF_NEW, workspace.value(), subject, drawn.bytes());
        return made == 0 ? Optional.empty() : Optional.of(drawn);
    }

    /** A new key, known to nobody yet. */
    SubjectKey draw(WorkspaceId workspace, UUID subject) {
        return new SubjectKey(workspace, subject, random());
    }

    /** Adds drawn keys, of subjects that have none. */
    void add(DSLContext transaction, WorkspaceId workspace, List<SubjectKey> drawn) {
        if (!drawn.isEmpty()) {
            var columns = new Columns<>(drawn);
            transaction.execute(
                    INSERT, workspace.value(), columns.uuid(SubjectKey::subject), columns.bytes(SubjectKey::bytes));
        }
    }

    private byte[] random() {
        byte[] key = new byte[SubjectKey.LENGTH];
        random.nextBytes(key);
        return key;
    }
}
