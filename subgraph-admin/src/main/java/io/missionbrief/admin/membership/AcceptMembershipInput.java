package io.missionbrief.admin.membership;

import org.jspecify.annotations.Nullable;

/** The input of {@code acceptMembership}. */
record AcceptMembershipInput(
        String membershipId, int expectedVersion, @Nullable String idempotencyKey) {}
