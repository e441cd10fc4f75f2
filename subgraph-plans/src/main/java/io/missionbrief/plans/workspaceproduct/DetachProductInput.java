package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.Nullable;

/** The input of {@code detachProduct}. */
record DetachProductInput(
        String productId, int expectedVersion, @Nullable String idempotencyKey) {}
