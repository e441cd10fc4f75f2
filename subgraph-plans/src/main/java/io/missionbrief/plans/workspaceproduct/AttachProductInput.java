package io.missionbrief.plans.workspaceproduct;

import org.jspecify.annotations.Nullable;

record AttachProductInput(String productId, @Nullable String idempotencyKey) {}
