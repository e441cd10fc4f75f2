package io.missionbrief.leads.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.workspace.Neighbours;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each file that is not as it should be: one clear failure with its line and the way out, and nothing that is lost. */
@SubgraphTest("leads")
class BadFilesTest {

    @LocalServerPort
    private int port;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\r\n   \r\n"})
    void anEmptyFile(String file) {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        HttpResponse<String> answer = leads.put(file);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestImport.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(TestImport.json(answer).at("/errors/0/extensions/failure").asString())
                .isEqualTo("EMPTY_FILE");
        assertFailed(leads, "EMPTY_FILE", 0, "upload one whose first line names the columns");
    }

    @Test
    void aFileWithNamesOnly() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        assertThat(leads.put("NAME\n").statusCode()).isEqualTo(200);

        assertThat(leads.summary()).isEqualTo("COMPLETED 0 = 0 + 0 + 0");
    }

    @Test
    void aFileWithoutNames() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL");

        leads.put("Ada,ada@example.com\nGrace,grace@example.com\n");

        assertFailed(leads, "NO_HEADER", 1, "does not name 'EMAIL', 'NAME', only 'Ada', 'ada@example.com'");
    }

    @Test
    void aFileWithAnotherDelimiter() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL");

        leads.put("NAME;EMAIL\nAda;ada@example.com\n");

        assertFailed(leads, "NO_HEADER", 1, "only 'NAME;EMAIL'", "delimiter");
    }

    @Test
    void aNameThatStandsTwice() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME,Note, Note\nAda,1,2\n");

        assertFailed(leads, "NO_HEADER", 1, "names the column 'Note' twice");
    }

    @Test
    void columnsWithoutNamesAreCalledByTheirPlace() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME,, ,\nAda,1,2,\n");

        assertThat(leads.summary()).isEqualTo("COMPLETED 1 = 1 + 0 + 0");
        assertThat(workspace.data("{ leads { nodes { raw } } }").toString())
                .contains("{\"column 2\":\"1\",\"column 3\":\"2\"}");
    }

    @Test
    void bytesOfAnotherEncoding() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME\nAda\nM\u00fcller\nGrace\n".getBytes(ISO_8859_1));

        assertFailed(leads, "WRONG_ENCODING", 3, "not UTF_8", "encoding WINDOWS_1252");
        assertThat(leads.state().path("created").asInt()).isEqualTo(1);
    }

    @Test
    void theEncodingThatTheMappingNames() {
        Map<String, Object> mapping = TestImport.mapping("NAME");
        mapping.put("encoding", "WINDOWS_1252");
        TestImport leads = TestImport.start(workspace, mapping);

        leads.put("NAME\nM\u00fcller\n".getBytes(ISO_8859_1));

        assertThat(names()).containsExactly("M\u00fcller");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMark(String charset) {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("\ufeffNAME\nM\u00fcller\n".getBytes(Charset.forName(charset)));

        assertThat(leads.summary()).isEqualTo("COMPLETED 1 = 1 + 0 + 0");
        assertThat(names()).containsExactly("M\u00fcller");
    }

    @Test
    void aFileThatIsNoText() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME\nAda\n".getBytes(UTF_16LE));

        assertFailed(leads, "WRONG_ENCODING", 1, "NUL", "save it as UTF-8");
    }

    @Test
    void aQuoteThatNothingCloses() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME\nAda\n\"Grace\nHopper\n");

        assertFailed(leads, "UNCLOSED_QUOTE", 3, "opens a value in line 3", "\"\"");
        assertThat(leads.state().path("lastCommittedLine").asInt()).isEqualTo(2);
    }

    @Test
    void aQuoteThatNothingClosesInAFileThatGoesOn() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.send(lines("NAME\nAda\n\"Grace\n", 300_000));

        assertFailed(leads, "UNCLOSED_QUOTE", 3, "opens a value in line 3");
    }

    @Test
    void somethingBehindAClosingQuote() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put("NAME\n\"Ada\" Lovelace\n");

        assertFailed(leads, "MALFORMED_QUOTE", 2, "goes on after its closing quote");
    }

    @Test
    void aLineOfTenMegabytes() {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.send(("NAME\nAda\n" + "x".repeat(10_000_000) + "\nGrace\n").getBytes(UTF_8));

        assertFailed(leads, "LINE_TOO_LONG", 3, "longer than 1 MiB");
        assertThat(names()).containsExactly("Ada");
    }

    @Test
    void charactersThatCannotBeStored() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL");

        leads.put("NAME,EMAIL,Note\nA\0da,,\nGrace,,a\0b\nBea,,\n");

        assertThat(leads.summary()).isEqualTo("COMPLETED 3 = 1 + 0 + 2");
        assertThat(leads.report()).containsExactly("2 NAME A\ufffdda INVALID_VALUE", "3 Note a\ufffdb INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineBreak(String lineBreak) {
        TestImport leads = TestImport.ofFields(workspace, "NAME");

        leads.put(String.join(lineBreak, "NAME", "Ada", "", "Grace"));

        assertThat(leads.summary()).isEqualTo("COMPLETED 2 = 2 + 0 + 0");
        assertThat(leads.state().path("lastCommittedLine").asInt()).isEqualTo(4);
    }

    @Test
    void linesOfWhichFortyPercentAreBad() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "EMAIL");

        leads.put("NAME,EMAIL\n"
                + IntStream.range(0, 100)
                        .mapToObj(i ->
                                i % 5 < 2 ? "Bad " + i + ",nobody\n" : "Good " + i + ",good" + i + "@example.com\n")
                        .collect(Collectors.joining()));

        assertThat(leads.summary()).isEqualTo("COMPLETED 100 = 60 + 0 + 40");
        assertThat(leads.report()).hasSize(40).first().isEqualTo("2 EMAIL nobody INVALID_VALUE");
        assertThat(leads.state("report(filter: { code: [DUPLICATE] }) { totalCount }")
                        .at("/report/totalCount")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1|true",
                "=cmd('calc')|true",
                " =1+1|true",
                "@SUM(A1)|true",
                "+cmd|true",
                "-2+3|true",
                "-|false",
                "-12.5|false",
                "+49 (30) 90-18.20|false",
                "Ada = Grace|false",
                "a@b|false"
            })
    void aFormulaIsOneThatASpreadsheetExecutes(String written, boolean isFormula) {
        assertThat(Cell.isFormula(written)).isEqualTo(isFormula);
    }

    @Test
    void aFormula() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "SOURCE_DETAIL");

        leads.put("NAME,SOURCE_DETAIL\n=HYPERLINK(1),a\nAda,\"\t=1\"\nGrace,-5\n");

        assertThat(leads.summary()).isEqualTo("COMPLETED 3 = 1 + 0 + 2");
        assertThat(leads.report()).containsExactly("2 NAME =HYPERLINK(1) FORMULA", "3 SOURCE_DETAIL \t=1 FORMULA");
    }

    @Test
    void anOwnerWhoIsNoMember() {
        String stranger = Neighbours.unknown();
        TestImport leads = TestImport.ofFields(workspace, "NAME", "OWNER_ID");

        leads.put("NAME,OWNER_ID\nAda," + stranger + "\nGrace,\n");

        assertThat(leads.summary()).isEqualTo("COMPLETED 2 = 1 + 0 + 1");
        assertThat(leads.report()).containsExactly("2 OWNER_ID " + stranger + " INVALID_VALUE");
    }

    @Test
    void ownersWhomNobodyCanConfirm() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "OWNER_ID");

        HttpResponse<String> answer = leads.put("NAME,OWNER_ID\nAda," + Neighbours.unanswered() + "\n");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertFailed(leads, "SERVICE_UNAVAILABLE", 0, "continueLeadImport");
    }

    @Test
    void ownersOfALaterBatchWhomNobodyCanConfirm() {
        TestImport leads = TestImport.ofFields(workspace, "NAME", "OWNER_ID");
        String batch =
                IntStream.range(0, 1_000).mapToObj(i -> "Lead " + i + ",\n").collect(Collectors.joining());

        HttpResponse<String> answer = leads.put("NAME,OWNER_ID\n" + batch + "Ada," + Neighbours.unanswered() + "\n");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertFailed(leads, "SERVICE_UNAVAILABLE", 0, "continueLeadImport");
        assertThat(leads.state().path("lastCommittedLine").asInt()).isEqualTo(1_001);
    }

    private List<String> names() {
        return workspace.data("{ leads { nodes { name } } }").path("leads").path("nodes").values().stream()
                .map(lead -> lead.path("name").asString())
                .toList();
    }

    private static byte[] lines(String beginning, int more) {
        return (beginning + "more\n".repeat(more)).getBytes(UTF_8);
    }

    private static void assertFailed(TestImport leads, String code, int line, String... message) {
        JsonNode state = leads.state();
        assertThat(state.path("status").asString()).as(state.toString()).isEqualTo("FAILED");
        assertThat(state.at("/failure/code").asString()).isEqualTo(code);
        assertThat(state.at("/failure/line").asInt(0)).isEqualTo(line);
        assertThat(state.at("/failure/message").asString()).contains(message);
    }
}
