package io.missionbrief.leads.csv;

import io.missionbrief.leads.csv.BadCsvException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file by RFC 4180, one after the other, while the file arrives. Lines end with CRLF, LF or CR. Not for
 * use by several threads.
 */
public final class CsvFile {

    private final StrictText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    /**
     * Reads the beginning of a file.
     *
     * @throws IOException when it cannot be read
     */
    public CsvFile(InputStream file, CsvFormat format) throws IOException {
        this.text = new StrictText(file, format);
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(format.delimiter())
                        .get())
                .get();
        this.records = parser.iterator();
    }

    /**
     * The next record in which something stands; null at the end of the file.
     *
     * @throws BadCsvException when the file cannot be read on
     * @throws IOException when it does not arrive
     */
    public @Nullable CsvRow next() throws IOException {
        CsvRow row = record();
        while (row != null && row.isBlank()) {
            row = record();
        }
        return row;
    }

    private @Nullable CsvRow record() throws IOException {
        text.begin();
        int line = linesRead() + 1;
        try {
            return records.hasNext()
                    ? new CsvRow(line, linesRead(), List.of(records.next().values()))
                    : null;
        } catch (UncheckedIOException failure) {
            throw told(line, Objects.requireNonNull(failure.getCause()));
        }
    }

    /** While a record is read this counts the line in hand, too. */
    private int linesRead() {
        return Math.toIntExact(parser.getCurrentLineNumber());
    }

    private IOException told(int line, IOException failure) {
        return switch (failure) {
            case StrictText.TextFailure known ->
                switch (known.failure()) {
                    case WRONG_ENCODING -> new BadCsvException(Reason.WRONG_ENCODING, Math.max(line, linesRead()));
                    case FILE_TOO_LONG -> new BadCsvException(Reason.FILE_TOO_LONG, Math.max(line, linesRead()));
                    // Only a quote carries a record over the end of a line.
                    case RECORD_TOO_LONG ->
                        new BadCsvException(linesRead() > line ? Reason.UNCLOSED_QUOTE : Reason.RECORD_TOO_LONG, line);
                };
            case CSVException malformed ->
                new BadCsvException(
                        String.valueOf(malformed.getMessage()).contains("EOF reached")
                                ? Reason.UNCLOSED_QUOTE
                                : Reason.MALFORMED_QUOTE,
                        line);
            default -> failure;
        };
    }
}
