package io.missionbrief.subgraph.test.sample;

import org.jspecify.annotations.Nullable;

record CreateEntryInput(
        String title,
        int rank,
        boolean confidential,
        @Nullable String idempotencyKey) {}
