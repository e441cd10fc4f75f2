package io.missionbrief.leads.application;

import org.jspecify.annotations.Nullable;

/** The input of {@code createApplication}. */
record CreateApplicationInput(
        String leadId,
        @Nullable String requestedPlanId,
        @Nullable Object answers,
        @Nullable String idempotencyKey) {}
