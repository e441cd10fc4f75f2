package io.missionbrief.admin.membership;

import org.jspecify.annotations.Nullable;

/** Another role for a member. */
record ChangeMemberRoleInput(
        String id,
        String role,
        int expectedVersion,
        @Nullable String idempotencyKey) {}
