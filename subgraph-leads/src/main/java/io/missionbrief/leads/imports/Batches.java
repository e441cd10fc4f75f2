package io.missionbrief.leads.imports;

import io.missionbrief.leads.csv.CsvRow;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.PreparedLead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes batches of the lines of a file. */
final class Batches {

    private final LeadLines reading;
    private final RecordsHash hash;
    private final int size;
    private final KnownOwners owners;
    private final Function<List<NewLead>, List<PreparedLead>> prepare;
    private List<ReadLine> lines = new ArrayList<>();

    Batches(
            LeadLines reading,
            RecordsHash hash,
            int size,
            KnownOwners owners,
            Function<List<NewLead>, List<PreparedLead>> prepare) {
        this.reading = reading;
        this.hash = hash;
        this.size = size;
        this.owners = owners;
        this.prepare = prepare;
    }

    /** Takes a record, and gives the batch that it completes. */
    Optional<Batch> add(CsvRow row) {
        hash.add(row.values());
        lines.add(reading.read(row));
        return lines.size() < size ? Optional.empty() : rest();
    }

    /** What no batch has yet; empty when there is nothing. */
    Optional<Batch> rest() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<ReadLine> taken = lines;
        lines = new ArrayList<>(size);
        List<ReadLine> confirmed = owners.confirmed(taken, reading.ownerColumn());
        return Optional.of(new Batch(confirmed, prepare.apply(Batch.newLeads(confirmed)), hash.present()));
    }
}
