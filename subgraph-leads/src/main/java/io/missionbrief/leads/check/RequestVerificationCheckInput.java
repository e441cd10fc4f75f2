package io.missionbrief.leads.check;

import org.jspecify.annotations.Nullable;

/** The input of {@code requestVerificationCheck}. */
record RequestVerificationCheckInput(
        String applicationId,
        CheckKind kind,
        @Nullable String note,
        @Nullable String idempotencyKey) {}
