package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;
import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT_UPLOAD;

import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of an import from the first byte of an upload to its end. */
@Component
class RunningImports {

    private final TenantDatabase database;
    private final ChangeRecorder changes;
    private final Duration aliveFor;

    RunningImports(TenantDatabase database, ChangeRecorder changes, ImportProperties properties) {
        this.database = database;
        this.changes = changes;
        this.aliveFor = properties.importAliveFor();
    }

    /**
     * What an address leads to.
     *
     * @param createdBy the user in whose name the file is uploaded
     */
    record Target(UUID importId, String createdBy) {}

    /** Null when the address is unknown, was used or has expired. */
    @Nullable
    Target find(Actor actor, UploadAddress address) {
        return database.<@Nullable Target>read(
                actor,
                sql -> sql.select(LEAD_IMPORT.ID, LEAD_IMPORT.CREATED_BY)
                        .from(LEAD_IMPORT_UPLOAD)
                        .join(LEAD_IMPORT)
                        .on(LEAD_IMPORT.ID.eq(LEAD_IMPORT_UPLOAD.IMPORT_ID))
                        .where(LEAD_IMPORT_UPLOAD.ADDRESS_HASH.eq(address.hash()))
                        .and(LEAD_IMPORT_UPLOAD.EXPIRES_AT.gt(DatabaseClock.NOW))
                        .fetchOne(row -> new Target(row.value1(), row.value2())));
    }

    /**
     * Takes an address: of two uploads that race for it one begins.
     *
     * @return null when the address was used or has expired meanwhile
     */
    @Nullable
    RunningImport begin(Actor actor, UUID importId, UploadAddress address) {
        return database.<@Nullable RunningImport>write(actor, transaction -> {
            LeadImport waiting = LeadImportQueries.IMPORTS.lock(transaction, LEAD_IMPORT.ID.eq(importId));
            Integer attempt = waiting == null ? null : take(transaction, address);
            if (waiting == null || attempt == null) {
                return null;
            }
            ChangedColumns columns = new ChangedColumns().set(LEAD_IMPORT.STATUS, LeadImportStatus.RUNNING.name());
            if (waiting.startedAt() == null) {
                columns.setToNow(LEAD_IMPORT.STARTED_AT);
            }
            LeadImport running = LeadImportQueries.IMPORTS.update(transaction, waiting, columns);
            changes.changed(transaction, actor, LeadImportEvents.STARTED, waiting, running);
            return new RunningImport(running, attempt, recordsHash(transaction, importId));
        });
    }

    private @Nullable Integer take(DSLContext transaction, UploadAddress address) {
        return transaction
                .update(LEAD_IMPORT_UPLOAD)
                .setNull(LEAD_IMPORT_UPLOAD.ADDRESS_HASH)
                .setNull(LEAD_IMPORT_UPLOAD.EXPIRES_AT)
                .set(LEAD_IMPORT_UPLOAD.ATTEMPT, LEAD_IMPORT_UPLOAD.ATTEMPT.add(1))
                .set(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL, DatabaseClock.NOW.add(DayToSecond.valueOf(aliveFor)))
                .where(LEAD_IMPORT_UPLOAD.ADDRESS_HASH.eq(address.hash()))
                .and(LEAD_IMPORT_UPLOAD.EXPIRES_AT.gt(DatabaseClock.NOW))
                .returningResult(LEAD_IMPORT_UPLOAD.ATTEMPT)
                .fetchOne(LEAD_IMPORT_UPLOAD.ATTEMPT);
    }

    private static @Nullable String recordsHash(DSLContext transaction, UUID importId) {
        return transaction
                .select(LEAD_IMPORT.RECORDS_HASH)
                .from(LEAD_IMPORT)
                .where(LEAD_IMPORT.ID.eq(importId))
                .fetchSingle()
                .value1();
    }

    /**
     * Notes that an upload still lives.
     *
     * @param attempt which one: an upload that was taken for dead must not speak for its successor
     */
    void beat(Actor actor, UUID importId, int attempt) {
        database.write(
                actor,
                transaction -> transaction
                        .update(LEAD_IMPORT_UPLOAD)
                        .set(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL, DatabaseClock.NOW.add(DayToSecond.valueOf(aliveFor)))
                        .where(LEAD_IMPORT_UPLOAD.IMPORT_ID.eq(importId))
                        .and(LEAD_IMPORT_UPLOAD.ATTEMPT.eq(attempt))
                        .and(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL.isNotNull())
                        .execute());
    }

    /**
     * Locks an import until the end of the transaction, if it is as this upload has left it. This keeps out an upload that was
     * taken for dead and was not: the import has moved on without it.
     *
     * @throws LostImportException which the transaction has to roll back on
     */
    void lock(DSLContext transaction, LeadImport before) {
        LeadImport present = LeadImportQueries.IMPORTS.lock(
                transaction,
                LEAD_IMPORT
                        .ID
                        .eq(before.id())
                        .and(LEAD_IMPORT.STATUS.eq(LeadImportStatus.RUNNING.name()))
                        .and(LEAD_IMPORT.VERSION.eq(before.version())));
        if (present == null) {
            throw new LostImportException();
        }
    }

    /**
     * Moves the counts of an import on, in the transaction that makes the leads.
     *
     * @param locked by {@link #lock}
     */
    LeadImport progress(DSLContext transaction, Actor actor, LeadImport locked, LineCounts counts, String recordsHash) {
        LeadImport after = LeadImportQueries.IMPORTS.update(
                transaction,
                locked,
                new ChangedColumns()
                        .set(LEAD_IMPORT.LINES_READ, counts.read())
                        .set(LEAD_IMPORT.CREATED, counts.created())
                        .set(LEAD_IMPORT.DUPLICATES, counts.duplicates())
                        .set(LEAD_IMPORT.REJECTED, counts.rejected())
                        .set(LEAD_IMPORT.LAST_COMMITTED_LINE, counts.lastLine())
                        .set(LEAD_IMPORT.RECORDS_HASH, recordsHash));
        return changes.changedInBulk(transaction, actor, LeadImportEvents.PROGRESSED, locked, after);
    }

    /** The whole file was read. */
    LeadImport complete(Actor actor, LeadImport before) {
        return end(
                actor,
                before,
                LeadImportEvents.COMPLETED,
                new ChangedColumns().set(LEAD_IMPORT.STATUS, LeadImportStatus.COMPLETED.name()));
    }

    /** The import stops where it is. */
    LeadImport fail(Actor actor, LeadImport before, LeadImportFailure failure) {
        return end(actor, before, LeadImportEvents.FAILED, failed(failure));
    }

    private static ChangedColumns failed(LeadImportFailure failure) {
        return new ChangedColumns()
                .set(LEAD_IMPORT.STATUS, LeadImportStatus.FAILED.name())
                .set(LEAD_IMPORT.FAILURE_CODE, failure.code().name())
                .set(LEAD_IMPORT.FAILURE_LINE, failure.line())
                .set(LEAD_IMPORT.FAILURE_MESSAGE, failure.message());
    }

    private LeadImport end(Actor actor, LeadImport before, EventType event, ChangedColumns columns) {
        return database.write(actor, transaction -> {
            lock(transaction, before);
            transaction
                    .update(LEAD_IMPORT_UPLOAD)
                    .setNull(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL)
                    .where(LEAD_IMPORT_UPLOAD.IMPORT_ID.eq(before.id()))
                    .execute();
            return ended(transaction, actor, before, event, columns);
        });
    }

    private LeadImport ended(
            DSLContext transaction, Actor actor, LeadImport locked, EventType event, ChangedColumns columns) {
        LeadImport after =
                LeadImportQueries.IMPORTS.update(transaction, locked, columns.setToNow(LEAD_IMPORT.FINISHED_AT));
        return changes.changed(transaction, actor, event, locked, after);
    }

    /**
     * Declares an import failed whose upload gives no signs of life any more. Nothing happens when it does after all.
     *
     * @param actor who is named in the event
     */
    void declareDead(Actor actor, UUID importId, LeadImportFailure failure) {
        database.<@Nullable LeadImport>write(actor, transaction -> {
            LeadImport running = LeadImportQueries.IMPORTS.lock(transaction, LEAD_IMPORT.ID.eq(importId));
            return running != null && isDead(transaction, importId)
                    ? ended(transaction, actor, running, LeadImportEvents.FAILED, failed(failure))
                    : running;
        });
    }

    private static boolean isDead(DSLContext transaction, UUID importId) {
        return transaction
                        .update(LEAD_IMPORT_UPLOAD)
                        .setNull(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL)
                        .where(LEAD_IMPORT_UPLOAD.IMPORT_ID.eq(importId))
                        .and(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL.le(DatabaseClock.NOW))
                        .execute()
                == 1;
    }

    /** The answer to an upload that was taken for dead. */
    static RequestException lost() {
        return new RequestException(
                ErrorCode.CONFLICT,
                "This upload gave no signs of life for too long and was given up: continue the import by"
                        + " continueLeadImport");
    }
}
