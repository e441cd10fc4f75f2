package io.missionbrief.leads.check;

import static io.missionbrief.leads.jooq.Tables.VERIFICATION_CHECK;

import io.missionbrief.leads.application.ApplicationPart;
import io.missionbrief.leads.jooq.tables.records.VerificationCheckRecord;
import io.missionbrief.leads.neighbour.User;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.event.Snapshot;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check of what an application says.
 *
 * @param result null until there is one
 * @param checkedById the user id of who gave the result; null before
 * @param checkedAt when the result was given; null before
 * @param version rises by one with each change
 */
record VerificationCheck(
        UUID id,
        UUID applicationId,
        CheckKind kind,
        @Nullable CheckResult result,
        @Nullable String note,
        @Nullable String checkedById,
        @Nullable OffsetDateTime checkedAt,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements ApplicationPart {

    static final VersionedTable<VerificationCheckRecord, VerificationCheck> TABLE =
            new VersionedTable<>(VERIFICATION_CHECK, "check", VerificationCheck::of);

    static VerificationCheck of(VerificationCheckRecord row) {
        return new VerificationCheck(
                row.getId(),
                row.getApplicationId(),
                CheckKind.valueOf(row.getKind()),
                row.getResult() == null ? null : CheckResult.valueOf(row.getResult()),
                row.getNote(),
                row.getCheckedBy(),
                row.getCheckedAt(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    public @Nullable User checkedBy() {
        return User.ofActor(checkedById);
    }

    @Override
    public Snapshot snapshot(UUID leadId) {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("applicationId", applicationId)
                .with("kind", kind)
                .with("result", result)
                .with("note", note)
                .with("checkedById", checkedById)
                .with("checkedAt", checkedAt)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(leadId, "note");
    }
}
