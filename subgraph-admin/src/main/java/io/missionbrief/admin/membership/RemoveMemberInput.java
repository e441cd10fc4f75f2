package io.missionbrief.admin.membership;

import org.jspecify.annotations.Nullable;

/** The input of {@code removeMember}. */
record RemoveMemberInput(
        String membershipId, int expectedVersion, @Nullable String idempotencyKey) {}
