package io.missionbrief.leads.application;

import org.jspecify.annotations.Nullable;

/** The input of {@code decideApplication}. */
record DecideApplicationInput(
        String applicationId,
        int expectedVersion,
        ApplicationDecision decision,
        @Nullable String reason,
        @Nullable String idempotencyKey)
        implements SeenApplication {}
