package io.missionbrief.leads.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Whatever is written as CSV arrives unchanged. */
class CsvRoundTripTest {

    @Property(tries = 300)
    void anyTableArrivesAsItWas(
            @ForAll("tables") List<List<String>> table,
            @ForAll("delimiters") char delimiter,
            @ForAll("lineBreaks") String lineBreak)
            throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setRecordSeparator(lineBreak)
                        .get())) {
            printer.printRecords(table);
        }
        CsvFile file = new CsvFile(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                new CsvFormat(StandardCharsets.UTF_8, delimiter, 10_000_000, 1_000_000));

        List<List<String>> read = new ArrayList<>();
        for (CsvRow row = file.next(); row != null; row = file.next()) {
            read.add(row.values());
        }

        assertThat(read).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("\"\r\n\t ,;|'\\=aZ0\0")
                        .withChars('\u00e4', '\u8a9e', '\ufeff', '\ufffd')
                        .ofMaxLength(12),
                Arbitraries.of("", " ", "\ud83d\ude00", "a\r\nb"));
        // The first value says something: a record of nothing but spaces is a blank line.
        Arbitrary<List<String>> rows = values.list().ofSize(3).map(row -> {
            List<String> marked = new ArrayList<>(row);
            marked.set(0, "x" + row.getFirst());
            return Collections.unmodifiableList(marked);
        });
        return rows.list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<String> lineBreaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }
}
