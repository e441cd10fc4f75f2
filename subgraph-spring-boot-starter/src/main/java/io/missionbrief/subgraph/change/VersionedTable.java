package io.missionbrief.subgraph.change;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table with the columns {@code id}, {@code version} and {@code updated_at}. Every method sees the rows that row-level
 * security shows its transaction.
 *
 * @param <R> a row
 * @param <T> what a row is to the use cases
 */
public final class VersionedTable<R extends Record, T extends Versioned> {

    private final Table<R> table;
    private final Field<UUID> id;
    private final Field<Integer> version;
    private final Field<OffsetDateTime> updatedAt;
    private final String noun;
    private final Function<? super R, T> row;

    /** @param noun what a user calls the object, such as {@code lead}; the input names it by {@code leadId} */
    public VersionedTable(Table<R> table, String noun, Function<? super R, T> row) {
        this.table = table;
        this.id = Objects.requireNonNull(table.field("id", UUID.class));
        this.version = Objects.requireNonNull(table.field("version", Integer.class));
        this.updatedAt = Objects.requireNonNull(table.field("updated_at", OffsetDateTime.class));
        this.noun = noun;
        this.row = row;
    }

    /** The field of the input that names the object. */
    public String idField() {
        return noun + "Id";
    }

    /** Null when the caller sees none with this id. */
    public @Nullable T find(DSLContext sql, UUID objectId) {
        return sql.selectFrom(table).where(id.eq(objectId)).fetchOne(row::apply);
    }

    /**
     * The object, locked against other writers until the end of the transaction; null when the caller sees none. Rows that
     * refer to it can still be written.
     *
     * @param one what at most one row meets
     */
    public @Nullable T lock(DSLContext transaction, Condition one) {
        return transaction.selectFrom(table).where(one).forNoKeyUpdate().fetchOne(row::apply);
    }

    /** The same for an object that the caller has seen at a version: refused when it has another one. */
    public Outcome<T> lock(DSLContext transaction, UUID objectId, int expectedVersion) {
        return lock(transaction, id.eq(objectId), expectedVersion, UserError.notFound(idField(), noun));
    }

    /**
     * The same for an object that the caller names by something else than its id.
     *
     * @param absent why it is refused when the caller sees none
     */
    public Outcome<T> lock(DSLContext transaction, Condition one, int expectedVersion, UserError absent) {
        T object = lock(transaction, one);
        if (object == null) {
            return Outcome.refused(absent);
        }
        return object.version() == expectedVersion
                ? Outcome.done(object)
                : Outcome.refused(UserError.staleVersion(expectedVersion, object.version()));
    }

    /** Writes the columns, and gives back the object at its next version. */
    public T update(DSLContext transaction, T locked, ChangedColumns columns) {
        return transaction
                .update(table)
                .set(columns.values())
                .set(version, locked.version() + 1)
                .set(updatedAt, DatabaseClock.NOW)
                .where(id.eq(locked.id()))
                .returning()
                .fetchSingle(row::apply);
    }
}
