package io.missionbrief.examplename.examplenoun;

import io.missionbrief.examplename.jooq.tables.records.ExampleThingRecord;
import io.missionbrief.subgraph.change.Versioned;
import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One example thing of a workspace.
 *
 * @param note what people wrote beside it; null when nobody did
 * @param version counts the changes, from 1
 */
public record ExampleThing(
        UUID id, String name, @Nullable String note, int version, OffsetDateTime createdAt, OffsetDateTime updatedAt)
        implements Recorded, Versioned {

    static ExampleThing of(ExampleThingRecord row) {
        return new ExampleThing(
                row.getId(),
                row.getName(),
                row.getNote(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.of(id, version)
                .with("id", id)
                .with("name", name)
                .with("note", note)
                .with("version", version)
                .with("createdAt", createdAt)
                .with("updatedAt", updatedAt)
                .sealed(id, "name", "note");
    }
}
