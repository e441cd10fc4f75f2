package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.change.SeenVersion;
import org.jspecify.annotations.Nullable;

/** The input of {@code changeMemberRole}. */
record ChangeMemberRoleInput(
        String membershipId,
        int expectedVersion,
        String role,
        @Nullable String idempotencyKey) {

    SeenVersion seen() {
        return new SeenVersion(membershipId, expectedVersion);
    }
}
