package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.Nullable;

record DetachProductInput(
        String productId, int expectedVersion, @Nullable String idempotencyKey) {}
