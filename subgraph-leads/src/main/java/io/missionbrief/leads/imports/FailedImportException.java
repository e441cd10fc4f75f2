package io.missionbrief.leads.imports;

import io.missionbrief.leads.csv.BadCsvException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An import that cannot go on. */
final class FailedImportException extends Exception {

    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN_LENGTH = 60;

    private final transient LeadImportFailure failure;

    private FailedImportException(LeadImportFailure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    LeadImportFailure failure() {
        return failure;
    }

    static FailedImportException empty() {
        return of(
                LeadImportFailureCode.EMPTY_FILE,
                null,
                "The file is empty: upload one whose first line names the columns");
    }

    /** Shows nothing of the file but the names of its columns. */
    static FailedImportException missingColumns(int line, Collection<String> missing, Collection<String> there) {
        return of(
                LeadImportFailureCode.NO_HEADER,
                line,
                "The first line does not name " + quoted(missing) + ", only " + quoted(there)
                        + ": put the names into the file's first line, or start another import whose mapping names its"
                        + " columns (and its delimiter) as the file does");
    }

    static FailedImportException columnTwice(int line, String column) {
        return of(
                LeadImportFailureCode.NO_HEADER,
                line,
                "The first line names the column " + quoted(column) + " twice: give each column a name of its own");
    }

    /** For what cannot be text in the encoding of the mapping. */
    static FailedImportException binary(int line) {
        return of(
                LeadImportFailureCode.WRONG_ENCODING,
                line,
                "The first line holds NUL characters: the file is no text, or UTF-16 without a byte-order mark; save it"
                        + " as UTF-8");
    }

    static FailedImportException otherFile(int line) {
        return of(
                LeadImportFailureCode.OTHER_FILE,
                line,
                "The file does not begin with the lines that are committed already: upload the file that this import was"
                        + " begun with, or start another import for this one");
    }

    static FailedImportException interrupted() {
        return of(
                LeadImportFailureCode.INTERRUPTED,
                null,
                "The server was stopped while the file arrived: continue the import by continueLeadImport");
    }

    static FailedImportException cut() {
        return of(
                LeadImportFailureCode.CONNECTION_CUT,
                null,
                "The upload ended before the file did: continue the import by continueLeadImport");
    }

    static FailedImportException unavailable() {
        return of(
                LeadImportFailureCode.SERVICE_UNAVAILABLE,
                null,
                "Something that the import needs did not answer: continue it by continueLeadImport in a moment");
    }

    static FailedImportException internal() {
        return of(
                LeadImportFailureCode.INTERNAL,
                null,
                "The import failed for a reason of ours, which is in the log: continue it by continueLeadImport, and tell"
                        + " us when it fails again");
    }

    /** What the file is not, told to the user. */
    static FailedImportException of(BadCsvException bad, LeadImportEncoding encoding, long longestFile) {
        int line = bad.line();
        return switch (bad.reason()) {
            case WRONG_ENCODING ->
                of(
                        LeadImportFailureCode.WRONG_ENCODING,
                        line,
                        "Line " + line + " holds bytes that are not " + encoding
                                + ": save the file as UTF-8 and start another import, or start one with encoding "
                                + encoding.other());
            case UNCLOSED_QUOTE ->
                of(
                        LeadImportFailureCode.UNCLOSED_QUOTE,
                        line,
                        "A quote opens a value in line " + line
                                + ", and none closes it: close it there, or write a quote that belongs to a value twice"
                                + " (\"\"), then continue the import");
            case MALFORMED_QUOTE ->
                of(
                        LeadImportFailureCode.MALFORMED_QUOTE,
                        line,
                        "A value in line " + line + " goes on after its closing quote: write a quote that belongs to a"
                                + " value twice (\"\"), then continue the import");
            case RECORD_TOO_LONG ->
                of(
                        LeadImportFailureCode.LINE_TOO_LONG,
                        line,
                        "Line " + line + " is longer than 1 MiB: shorten it, or look for missing line breaks, then"
                                + " continue the import");
            case FILE_TOO_LONG ->
                of(
                        LeadImportFailureCode.FILE_TOO_LARGE,
                        line,
                        "The file is larger than " + longestFile
                                + " bytes: split it, with the names of the columns in the first line of each part, and"
                                + " start an import for the rest");
        };
    }

    private static FailedImportException of(LeadImportFailureCode code, @Nullable Integer line, String message) {
        return new FailedImportException(new LeadImportFailure(code, line, message));
    }

    private static String quoted(Collection<String> names) {
        String shown = names.stream()
                .filter(name -> !name.isEmpty())
                .limit(SHOWN_NAMES)
                .map(FailedImportException::quoted)
                .collect(Collectors.joining(", "));
        return names.size() > SHOWN_NAMES ? shown + " and others" : shown;
    }

    private static String quoted(String name) {
        return "'" + (name.length() > SHOWN_LENGTH ? name.substring(0, SHOWN_LENGTH) + "..." : name) + "'";
    }
}
