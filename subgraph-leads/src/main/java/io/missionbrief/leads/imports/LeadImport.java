package io.missionbrief.leads.imports;

import io.missionbrief.leads.jooq.tables.records.LeadImportRecord;
import io.missionbrief.leads.neighbour.User;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CSV file that becomes leads.
 *
 * @param mappingDocument how it does, a {@link LeadImportMapping}
 * @param counts of the lines whose outcome is committed
 * @param failure null unless the status is FAILED
 * @param createdBy the user id of who started it, and in whose name the leads are made
 * @param version rises by one with each change
 * @param startedAt when the first upload began; null before
 * @param finishedAt when it was completed or failed; null before
 */
record LeadImport(
        UUID id,
        String fileName,
        LeadImportStatus status,
        JsonDocument mappingDocument,
        LineCounts counts,
        @Nullable LeadImportFailure failure,
        String createdBy,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt)
        implements Recorded, Versioned {

    static LeadImport of(LeadImportRecord row) {
        String failureCode = row.getFailureCode();
        return new LeadImport(
                row.getId(),
                row.getFileName(),
                LeadImportStatus.valueOf(row.getStatus()),
                JsonDocument.of(row.getMapping()),
                new LineCounts(row.getCreated(), row.getDuplicates(), row.getRejected(), row.getLastCommittedLine()),
                failureCode == null
                        ? null
                        : new LeadImportFailure(
                                LeadImportFailureCode.valueOf(failureCode),
                                row.getFailureLine(),
                                row.getFailureMessage()),
                row.getCreatedBy(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getStartedAt(),
                row.getFinishedAt());
    }

    /**
     * The import as an event tells of it.
     *
     * @param event its sealed fields opened
     */
    static LeadImport of(Event event) {
        JsonNode state = event.state();
        return new LeadImport(
                event.objectId(),
                state.path("fileName").asString(),
                LeadImportStatus.valueOf(state.path("status").asString()),
                new JsonDocument(state.path("mapping").toString()),
                new LineCounts(
                        state.path("created").asInt(),
                        state.path("duplicates").asInt(),
                        state.path("rejected").asInt(),
                        state.path("lastCommittedLine").asInt()),
                failure(state),
                state.path("startedBy").asString(),
                event.objectVersion(),
                time(state.path("createdAt")),
                time(state.path("updatedAt")),
                timeOrNull(state.path("startedAt")),
                timeOrNull(state.path("finishedAt")));
    }

    private static @Nullable LeadImportFailure failure(JsonNode state) {
        JsonNode code = state.path("failureCode");
        JsonNode line = state.path("failureLine");
        return code.isString()
                ? new LeadImportFailure(
                        LeadImportFailureCode.valueOf(code.asString()),
                        line.isNumber() ? line.asInt() : null,
                        state.path("failureMessage").asString())
                : null;
    }

    private static OffsetDateTime time(JsonNode instant) {
        return OffsetDateTime.parse(instant.asString());
    }

    private static @Nullable OffsetDateTime timeOrNull(JsonNode instant) {
        return instant.isString() ? time(instant) : null;
    }

    public LeadImportMapping mapping() {
        return mappingDocument.as(LeadImportMapping.class);
    }

    public int linesRead() {
        return counts.read();
    }

    public int created() {
        return counts.created();
    }

    public int duplicates() {
        return counts.duplicates();
    }

    public int rejected() {
        return counts.rejected();
    }

    public int lastCommittedLine() {
        return counts.lastLine();
    }

    public @Nullable User startedBy() {
        return User.ofActor(createdBy);
    }

    /** What people named and wrote is sealed; so is the message of a failure, which quotes the file. */
    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("fileName", fileName)
                .with("status", status)
                .with("mapping", mappingDocument.value())
                .with("linesRead", counts.read())
                .with("created", counts.created())
                .with("duplicates", counts.duplicates())
                .with("rejected", counts.rejected())
                .with("lastCommittedLine", counts.lastLine())
                .with("failureCode", failure == null ? null : failure.code())
                .with("failureLine", failure == null ? null : failure.line())
                .with("failureMessage", failure == null ? null : failure.message())
                .with("startedBy", createdBy)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .with("startedAt", startedAt)
                .with("finishedAt", finishedAt)
                .sealed(id, "fileName", "mapping", "failureMessage");
    }
}
