package io.missionbrief.admin.membership;

import org.jspecify.annotations.Nullable;

/** The end of a membership. */
record RemoveMemberInput(
        String id, int expectedVersion, @Nullable String idempotencyKey) {}
