package io.missionbrief.plans.version;

import org.jspecify.annotations.Nullable;

record RetirePlanInput(
        String planId, int expectedVersion, @Nullable String idempotencyKey) {}
