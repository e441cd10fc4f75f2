package io.missionbrief.leads.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.leads.csv.BadCsvException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final int LONGEST_RECORD = 100_000;
    private static final CsvFormat FORMAT = new CsvFormat(UTF_8, ',', 10_000_000, LONGEST_RECORD);

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        List<CsvRow> rows = read("a,b\n\n\"two\r\nlines\",2\r\n   \n3,4\r5,6", FORMAT);

        assertThat(rows)
                .containsExactly(
                        new CsvRow(1, 1, List.of("a", "b")),
                        new CsvRow(3, 4, List.of("two\r\nlines", "2")),
                        new CsvRow(6, 6, List.of("3", "4")),
                        new CsvRow(7, 7, List.of("5", "6")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\r1,2\r", "a,b\n1,2"})
    void endsALineWithAnyLineBreak(String file) throws IOException {
        assertThat(read(file, FORMAT))
                .containsExactly(new CsvRow(1, 1, List.of("a", "b")), new CsvRow(2, 2, List.of("1", "2")));
    }

    @Test
    void hasNoRecordsWhereNothingStands() throws IOException {
        assertThat(read("", FORMAT)).isEmpty();
        assertThat(read("\n \r\n\n", FORMAT)).isEmpty();
    }

    @Test
    void takesQuotesApart() throws IOException {
        assertThat(read("\"a \"\"b\"\"\",\"\",5\" pipe\n", FORMAT))
                .containsExactly(new CsvRow(1, 1, List.of("a \"b\"", "", "5\" pipe")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void letsAByteOrderMarkDecide(String charset, String mark) throws IOException {
        byte[] begin = HexFormat.of().parseHex(mark);
        byte[] file = "n\u00e4me\n\u8a9e".getBytes(Charset.forName(charset));
        InputStream marked = new SequenceInputStream(new ByteArrayInputStream(begin), new ByteArrayInputStream(file));
        CsvFormat other = new CsvFormat(ISO_8859_1, ',', 1_000, LONGEST_RECORD);

        assertThat(read(marked, other))
                .extracting(CsvRow::values)
                .containsExactly(List.of("n\u00e4me"), List.of("\u8a9e"));
    }

    @Test
    void takesTheEncodingItIsToldWithoutAMark() throws IOException {
        CsvFormat latin = new CsvFormat(ISO_8859_1, ';', 1_000, LONGEST_RECORD);

        assertThat(read(new ByteArrayInputStream("\u00e4;\u00f6".getBytes(ISO_8859_1)), latin))
                .containsExactly(new CsvRow(1, 1, List.of("\u00e4", "\u00f6")));
    }

    @Test
    void givesEveryRecordBeforeABadByteAndNamesTheLine() {
        assertBad(bytes("a\nb\n\"c\nd\",\u00e4", ISO_8859_1), FORMAT, 2, Reason.WRONG_ENCODING, 4);
        assertBad(bytes("a\n" + "b".repeat(40_000) + "\n\u00e4", ISO_8859_1), FORMAT, 2, Reason.WRONG_ENCODING, 3);
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() {
        byte[] cut = bytes("a\n\u00e4", UTF_8);

        assertBad(Arrays.copyOf(cut, cut.length - 1), FORMAT, 1, Reason.WRONG_ENCODING, 2);
        assertBad(bytes("a\n\ud83d", UTF_16LE, 0xFF, 0xFE), FORMAT, 1, Reason.WRONG_ENCODING, 2);
        assertBad(bytes("a\nb\ud83dc", UTF_16BE, 0xFE, 0xFF), FORMAT, 1, Reason.WRONG_ENCODING, 2);
    }

    @Test
    void namesTheLineInWhichAQuoteOpensThatNothingCloses() {
        assertBad(bytes("a\nb,\"c\nd\ne", UTF_8), FORMAT, 1, Reason.UNCLOSED_QUOTE, 2);
        assertBad(bytes("a\n\"" + "x\n".repeat(LONGEST_RECORD), UTF_8), FORMAT, 1, Reason.UNCLOSED_QUOTE, 2);
    }

    @Test
    void refusesWhatFollowsAClosingQuote() {
        assertBad(bytes("a\nb\n\"c\"d\ne", UTF_8), FORMAT, 2, Reason.MALFORMED_QUOTE, 3);
        assertBad(bytes("a\n\"c\"d", UTF_8), FORMAT, 1, Reason.MALFORMED_QUOTE, 2);
    }

    @Test
    void boundsARecordWhateverIsInIt() {
        assertBad(bytes("a\n" + "b".repeat(LONGEST_RECORD * 2), UTF_8), FORMAT, 1, Reason.RECORD_TOO_LONG, 2);
        assertBad(bytes("a\n" + ",".repeat(LONGEST_RECORD * 2), UTF_8), FORMAT, 1, Reason.RECORD_TOO_LONG, 2);
        assertBad(bytes("a\n\"" + "b".repeat(LONGEST_RECORD * 2), UTF_8), FORMAT, 1, Reason.RECORD_TOO_LONG, 2);
    }

    @Test
    void boundsTheFile() {
        CsvFormat small = new CsvFormat(UTF_8, ',', 30_000, LONGEST_RECORD);

        assertBad(bytes("a\n".repeat(20_000), UTF_8), small, -1, Reason.FILE_TOO_LONG, -1);
    }

    @Test
    void tellsAFileThatDoesNotArriveFromABadOne() throws IOException {
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream("a\nb\nc".getBytes(UTF_8)),
                new BrokenInputStream(() -> new IOException("cut")));
        CsvFile file = new CsvFile(cut, FORMAT);

        assertThat(file.next()).isEqualTo(new CsvRow(1, 1, List.of("a")));
        assertThat(file.next()).isEqualTo(new CsvRow(2, 2, List.of("b")));
        assertThatThrownBy(file::next).hasMessage("cut").isNotInstanceOf(BadCsvException.class);
    }

    private static List<CsvRow> read(String file, CsvFormat format) throws IOException {
        return read(new ByteArrayInputStream(file.getBytes(UTF_8)), format);
    }

    private static List<CsvRow> read(InputStream bytes, CsvFormat format) throws IOException {
        CsvFile file = new CsvFile(bytes, format);
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = file.next(); row != null; row = file.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static byte[] bytes(String text, Charset charset, int... mark) {
        byte[] written = text.getBytes(charset);
        // A lone surrogate is written as a question mark: put it there by hand.
        if (text.indexOf('\ud83d') >= 0) {
            written = new byte[text.length() * 2];
            for (int i = 0; i < text.length(); i++) {
                int high = charset.equals(UTF_16LE) ? 1 : 0;
                written[2 * i + high] = (byte) (text.charAt(i) >> 8);
                written[2 * i + 1 - high] = (byte) text.charAt(i);
            }
        }
        byte[] file = new byte[mark.length + written.length];
        for (int i = 0; i < mark.length; i++) {
            file[i] = (byte) mark[i];
        }
        System.arraycopy(written, 0, file, mark.length, written.length);
        return file;
    }

    /** @param records how many are given before; -1 when that is not looked at, as for the line */
    private static void assertBad(byte[] bytes, CsvFormat format, int records, Reason reason, int line) {
        List<CsvRow> given = new ArrayList<>();
        assertThatThrownBy(() -> {
                    CsvFile file = new CsvFile(new ByteArrayInputStream(bytes), format);
                    for (CsvRow row = file.next(); row != null; row = file.next()) {
                        given.add(row);
                    }
                })
                .isInstanceOfSatisfying(BadCsvException.class, bad -> {
                    assertThat(bad.reason()).isEqualTo(reason);
                    if (line > 0) {
                        assertThat(bad.line()).isEqualTo(line);
                    }
                });
        if (records >= 0) {
            assertThat(given).hasSize(records);
        }
    }
}
