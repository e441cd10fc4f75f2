package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.Nullable;

/** The input of {@code attachProduct}. */
record AttachProductInput(String productId, @Nullable String idempotencyKey) {}
