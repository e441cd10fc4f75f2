package io.missionbrief.leads.csv;

import java.io.IOException;

/** A file that cannot be read on, and the line at which that shows. What was read before is good. */
public final class BadCsvException extends IOException {

    /** What is wrong with the file. */
    public enum Reason {
        /** A byte that does not exist in the encoding. */
        WRONG_ENCODING,
        /** A quote opens a value, and none closes it before the end of the file or of the longest record. */
        UNCLOSED_QUOTE,
        /** Something else than a delimiter follows a closing quote. */
        MALFORMED_QUOTE,
        /** A record is longer than the longest. */
        RECORD_TOO_LONG,
        /** The file is longer than the longest. */
        FILE_TOO_LONG
    }

    private final Reason reason;
    private final int line;

    /** @param line counted from 1 */
    BadCsvException(Reason reason, int line) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** The line at which the record begins that cannot be read, counted from 1 as an editor does. */
    public int line() {
        return line;
    }
}
