package io.missionbrief.leads.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code tagLead}. */
record TagLeadInput(
        String leadId,
        int expectedVersion,
        List<String> add,
        List<String> remove,
        @Nullable String idempotencyKey) implements SeenLead {}
