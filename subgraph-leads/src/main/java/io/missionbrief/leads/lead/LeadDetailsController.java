package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.json.JsonDocument;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of a lead that lie elsewhere than in its row: read only when selected, by one statement for all leads. */
@Controller
class LeadDetailsController {

    @SchemaMapping(typeName = "Lead")
    CompletableFuture<@Nullable Object> raw(Lead lead, DataLoader<UUID, JsonDocument> rawOfLeads) {
        return rawOfLeads.load(lead.id()).thenApply(raw -> raw == null ? null : raw.value());
    }

    @SchemaMapping(typeName = "Lead")
    CompletableFuture<List<Lead>> duplicates(Lead lead, DataLoader<UUID, List<Lead>> duplicatesOfLeads) {
        return duplicatesOfLeads.load(lead.id()).thenApply(others -> others == null ? List.of() : others);
    }
}
