package io.missionbrief.leads.imports;

import io.missionbrief.leads.csv.CsvRow;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.subgraph.json.JsonDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file, whose columns are known, by a mapping. */
final class LeadLines {

    private final LeadImportMapping mapping;
    private final List<String> columns;
    private final List<Cell> cells = new ArrayList<>();

    /** The columns that no field uses, by what they are called in the raw payload. */
    private final Map<Integer, String> rest = new LinkedHashMap<>();

    private LeadLines(LeadImportMapping mapping, List<String> columns) {
        this.mapping = mapping;
        this.columns = columns;
        Set<String> absent = Set.copyOf(mapping.absent());
        Set<String> used = new HashSet<>();
        for (LeadImportFieldMapping field : mapping.fields()) {
            String column = field.column();
            cells.add(new Cell(field, column == null ? -1 : columns.indexOf(column.strip()), absent));
            if (column != null) {
                used.add(column.strip());
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!used.contains(columns.get(i))) {
                rest.put(i, columns.get(i).isEmpty() ? "column " + (i + 1) : columns.get(i));
            }
        }
    }

    /**
     * Reads the names of the columns.
     *
     * @param header the first record of the file
     * @throws FailedImportException when the columns of the mapping are not all there, each once
     */
    static LeadLines of(LeadImportMapping mapping, CsvRow header) throws FailedImportException {
        List<String> columns = header.values().stream().map(String::strip).toList();
        refuseNul(header);
        refuseTwice(header, columns);
        Set<String> missing = new TreeSet<>();
        for (LeadImportFieldMapping field : mapping.fields()) {
            String column = field.column();
            if (column != null && !columns.contains(column.strip())) {
                missing.add(column.strip());
            }
        }
        if (!missing.isEmpty()) {
            throw FailedImportException.missingColumns(header.line(), missing, columns);
        }
        return new LeadLines(mapping, columns);
    }

    private static void refuseNul(CsvRow header) throws FailedImportException {
        if (header.values().stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw FailedImportException.binary(header.line());
        }
    }

    private static void refuseTwice(CsvRow header, List<String> columns) throws FailedImportException {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw FailedImportException.columnTwice(header.line(), column);
            }
        }
    }

    /** What the column that names the owners is called. */
    String ownerColumn() {
        return mapping.fields().stream()
                .filter(field -> field.field() == LeadImportField.OWNER_ID && field.column() != null)
                .map(field -> String.valueOf(field.column()))
                .findFirst()
                .orElse("constant");
    }

    ReadLine read(CsvRow row) {
        if (row.values().size() != columns.size()) {
            return refused(
                    row,
                    List.of(new Mistake(
                            LeadImportReportCode.WRONG_NUMBER_OF_VALUES,
                            null,
                            null,
                            "The line has " + row.values().size() + " values, and the first line " + columns.size()
                                    + " names: look for a missing quote or delimiter")));
        }
        LeadDraft draft = new LeadDraft(mapping.phoneRegion());
        for (Cell cell : cells) {
            cell.read(row.values(), draft);
        }
        NewLead lead = draft.lead(raw(row, draft));
        return lead == null
                ? refused(row, draft.mistakes())
                : new ReadLine(row.line(), row.lastLine(), lead, List.of());
    }

    private static ReadLine refused(CsvRow row, List<Mistake> mistakes) {
        return new ReadLine(row.line(), row.lastLine(), null, mistakes);
    }

    /** What no field uses, as it stands there; null when that is nothing. */
    private @Nullable JsonDocument raw(CsvRow row, LeadDraft draft) {
        Map<String, String> raw = new LinkedHashMap<>();
        rest.forEach((index, name) -> {
            String value = row.values().get(index);
            if (value.indexOf('\0') >= 0) {
                draft.refuse(
                        LeadImportReportCode.INVALID_VALUE,
                        "The value holds a character that cannot be stored (NUL): leave it out",
                        name,
                        value);
            } else if (!value.isEmpty()) {
                raw.put(name, value);
            }
        });
        return raw.isEmpty() ? null : JsonDocument.ofInput(raw);
    }
}
