package io.missionbrief.subgraph.test.sample;

import static io.missionbrief.subgraph.test.sample.EntryTable.ENTRY;

import java.util.UUID;

record Entry(UUID id, String title, int rank) {

    static Entry of(EntryTable.Row row) {
        return new Entry(row.get(ENTRY.id), row.get(ENTRY.title), row.get(ENTRY.rank));
    }
}
