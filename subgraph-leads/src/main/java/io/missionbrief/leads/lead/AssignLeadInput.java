package io.missionbrief.leads.lead;

import org.jspecify.annotations.Nullable;

/** The input of {@code assignLead}. */
record AssignLeadInput(
        String leadId,
        int expectedVersion,
        @Nullable String ownerId,
        @Nullable String idempotencyKey) implements SeenLead {}
