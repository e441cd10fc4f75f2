package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;
import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT_UPLOAD;

import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives addresses to imports. */
@Component
class UploadAddresses {

    private final Duration goodFor;

    UploadAddresses(ImportProperties properties) {
        this.goodFor = properties.importAddressFor();
    }

    /**
     * A new address for an import that waits; the one that it had ends. None for an import in another status.
     *
     * @param leadImport locked, or made in this transaction
     */
    Addressed give(DSLContext transaction, LeadImport leadImport) {
        if (leadImport.status() != LeadImportStatus.WAITING) {
            return new Addressed(leadImport, null, null);
        }
        UploadAddress address = UploadAddress.random();
        OffsetDateTime expiresAt = transaction
                .insertInto(LEAD_IMPORT_UPLOAD)
                .set(LEAD_IMPORT_UPLOAD.IMPORT_ID, leadImport.id())
                .set(LEAD_IMPORT_UPLOAD.ADDRESS_HASH, address.hash())
                .set(LEAD_IMPORT_UPLOAD.EXPIRES_AT, DatabaseClock.NOW.add(DayToSecond.valueOf(goodFor)))
                .onConflict(LEAD_IMPORT_UPLOAD.WORKSPACE_ID, LEAD_IMPORT_UPLOAD.IMPORT_ID)
                .doUpdate()
                .set(LEAD_IMPORT_UPLOAD.ADDRESS_HASH, address.hash())
                .set(LEAD_IMPORT_UPLOAD.EXPIRES_AT, DatabaseClock.NOW.add(DayToSecond.valueOf(goodFor)))
                .returningResult(LEAD_IMPORT_UPLOAD.EXPIRES_AT)
                .fetchSingle()
                .value1();
        return new Addressed(leadImport, address, expiresAt);
    }

    /**
     * The same for a call that is repeated: the secret of its address is kept nowhere, so that it gets another one.
     *
     * @return null when the caller sees no such import
     */
    @Nullable
    Addressed giveAnew(DSLContext transaction, UUID importId) {
        LeadImport leadImport = LeadImportQueries.IMPORTS.lock(transaction, LEAD_IMPORT.ID.eq(importId));
        return leadImport == null ? null : give(transaction, leadImport);
    }
}
