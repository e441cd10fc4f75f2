package io.missionbrief.leads.application;

import org.jspecify.annotations.Nullable;

/** The input of {@code submitApplication}. */
record SubmitApplicationInput(
        String applicationId, int expectedVersion, @Nullable String idempotencyKey) implements SeenApplication {}
