package io.missionbrief.leads.imports;

import io.missionbrief.leads.csv.BadCsvException;
import io.missionbrief.leads.csv.CsvFile;
import io.missionbrief.leads.csv.CsvFormat;
import io.missionbrief.leads.csv.CsvRow;
import io.missionbrief.leads.lead.AddLeads;
import io.missionbrief.leads.neighbour.AskAdmin;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A file becomes leads while it arrives. */
@Component
class ImportFile {

    private static final Logger log = LoggerFactory.getLogger(ImportFile.class);

    private final RunningImports running;
    private final CommitBatch commitBatch;
    private final AddLeads addLeads;
    private final AskAdmin admin;
    private final ImportProperties properties;

    ImportFile(
            RunningImports running,
            CommitBatch commitBatch,
            AddLeads addLeads,
            AskAdmin admin,
            ImportProperties properties) {
        this.running = running;
        this.commitBatch = commitBatch;
        this.addLeads = addLeads;
        this.admin = admin;
        this.properties = properties;
    }

    /**
     * Reads the file to its end, or as far as it can be read.
     *
     * @param actor in whose name the leads are made
     * @param begun the import, whose upload this is
     * @param file is not closed
     * @param isToEnd whether the application stops, so that this ends with the batch in hand
     * @return the import, COMPLETED or FAILED
     * @throws LostImportException when the import went on without this upload
     */
    LeadImport execute(Actor actor, RunningImport begun, InputStream file, BooleanSupplier isToEnd) {
        LeadImportMapping mapping = begun.leadImport().mapping();
        try (CommitAhead ahead = new CommitAhead(commitBatch, actor, mapping.duplicatesBy(), begun.leadImport())) {
            try {
                read(actor, begun, mapping, file, isToEnd, ahead);
                return running.complete(actor, ahead.settled());
            } catch (FailedImportException failed) {
                return running.fail(actor, ahead.settled(), failed.failure());
            }
        }
    }

    private void read(
            Actor actor,
            RunningImport begun,
            LeadImportMapping mapping,
            InputStream file,
            BooleanSupplier isToEnd,
            CommitAhead ahead)
            throws FailedImportException {
        try {
            CsvFile records = new CsvFile(file, format(mapping));
            CsvRow header = records.next();
            if (header == null) {
                throw FailedImportException.empty();
            }
            RecordsHash hash = new RecordsHash();
            hash.add(header.values());
            LeadLines lines = LeadLines.of(mapping, header);
            skipCommitted(begun, records, hash);
            readBatches(
                    records,
                    new Batches(
                            lines,
                            hash,
                            properties.importBatch(),
                            new KnownOwners(admin, actor),
                            newLeads -> addLeads.prepare(actor, newLeads)),
                    isToEnd,
                    ahead);
        } catch (BadCsvException bad) {
            throw FailedImportException.of(
                    bad, mapping.encoding(), properties.importLimit().toBytes());
        } catch (IOException cut) {
            log.debug("An upload was cut", cut);
            throw FailedImportException.cut();
        } catch (RequestException unanswered) {
            log.warn("An import cannot go on: {}", unanswered.getMessage());
            throw FailedImportException.unavailable();
        } catch (LostImportException lost) {
            throw lost;
        } catch (RuntimeException failure) {
            log.error("An import failed", failure);
            throw FailedImportException.internal();
        }
    }

    private CsvFormat format(LeadImportMapping mapping) {
        return new CsvFormat(
                mapping.encoding().charset(),
                mapping.delimiter().charAt(0),
                properties.importLimit().toBytes(),
                CsvFormat.LONGEST_RECORD);
    }

    /** What is committed already must be what this file begins with. */
    private static void skipCommitted(RunningImport begun, CsvFile records, RecordsHash hash)
            throws IOException, FailedImportException {
        int line = 1;
        for (int i = 0; i < begun.leadImport().linesRead(); i++) {
            CsvRow row = records.next();
            if (row == null) {
                throw FailedImportException.otherFile(line);
            }
            hash.add(row.values());
            line = row.lastLine();
        }
        if (begun.recordsHash() != null && !begun.recordsHash().equals(hash.present())) {
            throw FailedImportException.otherFile(line);
        }
    }

    private static void readBatches(CsvFile records, Batches batches, BooleanSupplier isToEnd, CommitAhead ahead)
            throws IOException, FailedImportException {
        try {
            for (CsvRow row = records.next(); row != null; row = records.next()) {
                batches.add(row).ifPresent(ahead::commit);
                if (isToEnd.getAsBoolean()) {
                    throw FailedImportException.interrupted();
                }
            }
        } catch (IOException | FailedImportException bad) {
            // What was read before is good.
            commitRest(batches, ahead);
            throw bad;
        }
        commitRest(batches, ahead);
    }

    private static void commitRest(Batches batches, CommitAhead ahead) {
        batches.rest().ifPresent(ahead::commit);
        ahead.await();
    }
}
