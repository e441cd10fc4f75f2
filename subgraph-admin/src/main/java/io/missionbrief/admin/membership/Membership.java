package io.missionbrief.admin.membership;

import io.missionbrief.admin.jooq.tables.records.MembershipRecord;
import io.missionbrief.admin.user.User;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a user works in a workspace, and in which role.
 *
 * @param user the person, as this workspace knows them
 * @param roleName the name of the role
 * @param acceptedAt when the person accepted the invitation; null until then
 * @param version rises by one with each change
 */
public record Membership(
        UUID id,
        String workspaceId,
        User user,
        String roleName,
        MembershipStatus status,
        @Nullable OffsetDateTime acceptedAt,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt)
        implements Versioned, Recorded {

    static Membership of(MembershipRecord row) {
        return new Membership(
                row.getId(),
                row.getWorkspaceId(),
                User.of(row),
                row.getRole(),
                MembershipStatus.valueOf(row.getStatus()),
                row.getAcceptedAt(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    boolean isActive() {
        return status == MembershipStatus.ACTIVE;
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("userId", user.id())
                .with("name", user.name())
                .with("email", user.email())
                .with("role", roleName)
                .with("status", status)
                .with("acceptedAt", acceptedAt)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(user.id(), "name", "email");
    }
}
