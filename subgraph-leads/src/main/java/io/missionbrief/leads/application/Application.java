package io.missionbrief.leads.application;

import io.missionbrief.leads.jooq.tables.records.ApplicationRecord;
import io.missionbrief.leads.neighbour.Plan;
import io.missionbrief.leads.neighbour.User;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.json.JsonDocument;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lead asks for in form.
 *
 * @param reference can be read out; unique in the workspace
 * @param requestedPlanId a plan of subgraph plans; null only before the submission
 * @param answersDocument an object whose keys are the questions
 * @param statusReason why the last step of status was taken
 * @param decidedById the user id of who approved or rejected
 * @param version rises by one with each change
 */
public record Application(
        UUID id,
        String reference,
        UUID leadId,
        @Nullable UUID requestedPlanId,
        JsonDocument answersDocument,
        ApplicationStatus status,
        @Nullable String statusReason,
        OffsetDateTime statusChangedAt,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedById,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Recorded, Versioned {

    static Application of(ApplicationRecord row) {
        return new Application(
                row.getId(),
                row.getReference(),
                row.getLeadId(),
                row.getPlanId(),
                JsonDocument.of(row.getAnswers()),
                ApplicationStatus.valueOf(row.getStatus()),
                row.getStatusReason(),
                row.getStatusChangedAt(),
                row.getSubmittedAt(),
                row.getDecidedAt(),
                row.getDecidedBy(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    public List<ApplicationStatus> nextStatuses() {
        return status.next();
    }

    public @Nullable Plan requestedPlan() {
        return Plan.ofNullable(requestedPlanId);
    }

    public @Nullable User decidedBy() {
        return User.ofActor(decidedById);
    }

    public @Nullable Object answers() {
        return answersDocument.value();
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("reference", reference)
                .with("leadId", leadId)
                .with("requestedPlanId", requestedPlanId)
                .with("answers", answers())
                .with("status", status)
                .with("statusReason", statusReason)
                .with("statusChangedAt", statusChangedAt)
                .with("submittedAt", submittedAt)
                .with("decidedAt", decidedAt)
                .with("decidedById", decidedById)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(leadId, "answers", "statusReason");
    }
}
