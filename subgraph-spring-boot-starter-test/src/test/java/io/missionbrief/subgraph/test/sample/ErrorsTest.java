package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An error tells the client what to do and the outsider nothing. */
@SubgraphTest("sample")
class ErrorsTest {

    private static final String[] INSIDE = {
        "Exception", "io.missionbrief", "java.", "org.", "select", "relation", "jooq"
    };

    private final GraphQlCaller caller;

    ErrorsTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).reader();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ fail(how: INSIDE) }",
                "{ fail(how: SQL) }",
                "{ mirror(input: {}) { missing } }",
                "{ mirror(input: {}) { odd } }"
            })
    void aFailureOfOursIsToldByTheIdOfTheRequestAndNothingElse(String document) {
        HttpResponse<String> response = caller.with("x-request-id", "r-4711").send(document, Map.of());

        JsonNode error = JsonMapper.shared().readTree(response.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("INTERNAL");
        assertThat(error.at("/extensions/requestId").asString()).isEqualTo("r-4711");
        assertThat(error.path("message").asString()).contains("r-4711");
        assertThat(response.body()).doesNotContain(INSIDE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { fail(how: INPUT) }                          | BAD_USER_INPUT      | 'how' is INPUT: choose another
            { fail(how: UNAVAILABLE) }                    | SERVICE_UNAVAILABLE | Try again in a moment
            { entry(id: "no") { id } }                    | BAD_USER_INPUT      | 'id' is not an id
            { nothing }                                   | BAD_USER_INPUT      | 'nothing'
            { fail(how: SOMEHOW) }                        | BAD_USER_INPUT      | 'SOMEHOW'
            { fail                                        | BAD_USER_INPUT      | Invalid syntax
            query a { __typename } query b { __typename } | BAD_USER_INPUT      | operation
            query ($a: Int!) { entries(first: $a) { totalCount } } | BAD_USER_INPUT | 'a'
            { entries(first: 0) { totalCount } }          | BAD_USER_INPUT      | 'first' is 0: ask for 1 to 100
            { entries(last: 101) { totalCount } }         | BAD_USER_INPUT      | 'last' is 101: ask for 1 to 100
            { entries(first: 1, last: 1) { totalCount } } | BAD_USER_INPUT      | 'first' walks forward
            { entries(after: "a", before: "b") { totalCount } } | BAD_USER_INPUT | 'after' walks forward
            { entries(after: "a") { totalCount } }        | BAD_USER_INPUT      | 'after' is not a cursor of this list
            { entries(before: "a") { totalCount } }       | BAD_USER_INPUT      | 'before' is not a cursor of this list
            """)
    void aMistakeOfTheCallerIsToldWithTheWayOut(String document, String code, String message) {
        JsonNode answer = caller.execute(document);

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s", answer)
                .isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asString()).contains(message);
        assertThat(answer.toString()).doesNotContain("Exception", "io.missionbrief", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"variables\":{}}", "{\"query\":7", "{\"query\":{}}", "\0"})
    void aBodyThatIsNoRequestIsAnsweredInTheShapeOfGraphQl(String body) {
        HttpResponse<String> response = caller.post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = JsonMapper.shared().readTree(response.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asString()).contains("send JSON with 'query'");
    }

    @Test
    void theWayAStreamFailedIsToldInTheSameWay() {
        try (var live = caller.subscribe("subscription { fail(how: INSIDE) }")) {
            assertThat(live.next().at("/data/fail").asString()).isEqualTo("one");
            JsonNode errors = Objects.requireNonNull(live.end());

            assertThat(errors.at("/0/extensions/code").asString()).isEqualTo("INTERNAL");
            assertThat(errors.at("/0/extensions/requestId").asString()).isNotEmpty();
            assertThat(errors.toString()).doesNotContain(INSIDE);
        }
    }

    @Test
    void aReasonThatTheClientCanMendEndsAStreamWithItsCode() {
        try (var live = caller.subscribe("subscription { fail(how: INPUT) }")) {
            assertThat(live.next().at("/data/fail").asString()).isEqualTo("one");
            JsonNode errors = Objects.requireNonNull(live.end());

            assertThat(errors.at("/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
            assertThat(errors.at("/0/message").asString()).isEqualTo("'how' is INPUT: choose another");
        }
    }
}
