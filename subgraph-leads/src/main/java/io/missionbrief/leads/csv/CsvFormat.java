package io.missionbrief.leads.csv;

import java.nio.charset.Charset;

/**
 * How a file is written, and how much of it is read.
 *
 * @param encoding how its bytes become characters, where it has no byte-order mark
 * @param delimiter what stands between two values; neither a quote nor a line break
 * @param longestFile in bytes
 * @param longestRecord in characters, quotes and line breaks included
 */
public record CsvFormat(Charset encoding, char delimiter, long longestFile, int longestRecord) {

    /** What a record may have when nothing else is said: a value with a long text still fits. */
    public static final int LONGEST_RECORD = 1024 * 1024;

    public CsvFormat {
        if (!isDelimiter(delimiter)) {
            throw new IllegalArgumentException("Not a delimiter: " + (int) delimiter);
        }
    }

    /** Whether values can be told apart by this character. */
    public static boolean isDelimiter(char delimiter) {
        return delimiter != '"'
                && delimiter != '\r'
                && delimiter != '\n'
                && delimiter != '\0'
                && !Character.isSurrogate(delimiter);
    }
}
