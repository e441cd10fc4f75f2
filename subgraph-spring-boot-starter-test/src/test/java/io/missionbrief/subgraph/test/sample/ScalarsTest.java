package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SubgraphTest("sample")
class ScalarsTest {

    private final GraphQlCaller caller;

    ScalarsTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).reader();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dateTime | "2026-05-01T11:30:00+02:00"        | "2026-05-01T09:30:00Z"
            dateTime | "2026-05-01T09:30:00.123456Z"      | "2026-05-01T09:30:00.123456Z"
            date     | "2026-02-28"                       | "2026-02-28"
            decimal  | "12.50"                            | "12.50"
            decimal  | "-0.000000000000000001"            | "-0.000000000000000001"
            decimal  | "12345678901234567890.123456789012345678" | "12345678901234567890.123456789012345678"
            decimal  | 12                                 | "12"
            uuid     | "0197C3F0-0000-7000-8000-00000000000A" | "0197c3f0-0000-7000-8000-00000000000a"
            json     | {"a":[1,2.5,null,{"b":true}],"c":"d"} | {"a":[1,2.5,null,{"b":true}],"c":"d"}
            json     | "text"                             | "text"
            email    | "ada@example.com"                  | "ada@example.com"
            phone    | "+49 (30) 901-820"                 | "+4930901820"
            phone    | "+4930901820"                      | "+4930901820"
            currency | "EUR"                              | "EUR"
            """)
    void aValueComesBackInItsOneForm(String field, String given, String answered) {
        JsonNode answer = mirror(field, given);

        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(answer.at("/data/mirror/" + field))
                .isEqualTo(JsonMapper.shared().readTree(answered));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dateTime | "2026-05-01T09:30:00"      | an instant with an offset such as 2026-05-01T09:30:00Z
            dateTime | "tomorrow"                 | an instant with an offset
            dateTime | "+12026-05-01T09:30:00Z"   | in the years 1 to 9999
            date     | "2026-02-30"               | a day such as 2026-05-01
            date     | "01.02.2026"               | a day such as 2026-05-01
            decimal  | "1e1000000000"             | a decimal number such as "12.50"
            decimal  | "NaN"                      | a decimal number such as "12.50"
            decimal  | 12.5                       | as a string
            decimal  | "123456789012345678901"    | at most 20 digits before the point
            uuid     | "1-1-1-1-1"                | a UUID such as
            email    | "ada"                      | an email address such as ada@example.com
            email    | "ada@localhost"            | an email address such as ada@example.com
            phone    | "030 901820"               | a telephone number with its country code
            phone    | "+49"                      | a telephone number with its country code
            phone    | "+1 555 CALL ME NOW PLEASE" | a telephone number with its country code
            currency | "EURO"                     | the three letters of a currency by ISO 4217
            currency | "eur"                      | the three letters of a currency by ISO 4217
            """)
    void aValueThatIsNoneIsRefusedByWhatWasExpected(String field, String given, String expected) {
        JsonNode answer = mirror(field, given);

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        String value = JsonMapper.shared().readTree(given).asString();
        assertThat(answer.at("/errors/0/message").asString())
                .contains("'" + value + "' is not ")
                .contains(expected);
        assertThat(answer.toString()).doesNotContain("Exception", "java.", "io.missionbrief");
    }

    @Test
    void aLiteralIsReadLikeAVariable() {
        JsonNode answer = caller.execute("""
                { mirror(input: {decimal: 7, phone: "+49 30 901820", json: {a: [1, "b"]}, date: "2026-01-01"}) {
                    decimal phone json date } }
                """);

        assertThat(answer.at("/data/mirror")).isEqualTo(JsonMapper.shared().readTree("""
                                        {"decimal":"7","phone":"+4930901820","json":{"a":[1,"b"]},"date":"2026-01-01"}
                                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5000", "1e-5000", "[[[-1e401]]]", "{a: 1e2147483648}"})
    void aNumberThatNoReaderTakesIsRefused(String json) {
        JsonNode literal = caller.execute("{ mirror(input: {json: " + json + "}) { json } }");

        assertRefused(literal, "'input.json': it holds a number of more than 400 digits");
    }

    @Test
    void aNumberThatIsInfiniteOnceItIsReadIsRefused() {
        JsonNode answer = JsonMapper.shared().readTree(caller.post("""
                        {"query": "query ($input: MirrorInput!) { mirror(input: $input) { json } }",
                         "variables": {"input": {"json": {"a": 1e5000}}}}
                        """).body());

        assertRefused(answer, "'input.json': it holds a number that is too large");
    }

    @Test
    void aWholeNumberHasFourHundredDigitsAtMost() {
        assertThat(mirror("json", "1".repeat(400)).path("errors").isMissingNode())
                .isTrue();
        assertRefused(mirror("json", "1".repeat(401)), "'input.json': it holds a number of more than 400 digits");
    }

    @Test
    void jsonIsFiftyLevelsDeepAtMost() {
        assertThat(mirror("json", nested(50)).path("errors").isMissingNode()).isTrue();
        assertRefused(mirror("json", nested(51)), "'input.json': it is nested deeper than 50 levels");
        assertRefused(
                caller.execute("{ mirror(input: {json: " + nested(51) + "}) { json } }"),
                "'input.json': it is nested deeper than 50 levels");
    }

    @Test
    void moneyKeepsTheDecimalsItIsGiven() {
        JsonNode answer = caller.execute(
                "{ mirror(input: {money: {amount: \"0.00250\", currency: \"USD\"}}) { money { amount currency } } }");

        assertThat(answer.at("/data/mirror/money").toString())
                .isEqualTo("{\"amount\":\"0.00250\",\"currency\":\"USD\"}");
    }

    private static void assertRefused(JsonNode answer, String message) {
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s", answer)
                .isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).contains(message);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private JsonNode mirror(String field, String json) {
        return caller.execute(
                "query ($input: MirrorInput!) { mirror(input: $input) { " + field + " } }",
                Map.of("input", Map.of(field, JsonMapper.shared().readTree(json))));
    }
}
