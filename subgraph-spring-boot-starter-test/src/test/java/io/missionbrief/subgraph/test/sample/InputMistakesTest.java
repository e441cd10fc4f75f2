package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value that is not of its type is refused by the name of its field, wherever in the input it stands. */
@SubgraphTest("sample")
class InputMistakesTest {

    private static final String MIRROR = "query ($input: MirrorInput!) { mirror(input: $input) { ids } }";
    private static final String CREATE =
            "mutation ($input: CreateEntryInput!) { createEntry(input: $input) { entry { id } } }";

    private final GraphQlCaller caller;

    InputMistakesTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).writer();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            input.email          | {"email": "ada"}                     | 'input.email': 'ada' is not an email address such as ada@example.com
            input.phone          | {"phone": "030 1"}                   | 'input.phone': '030 1' is not a telephone number
            input.date           | {"date": 7}                          | 'input.date': '7' is not a day
            input.decimal        | {"decimal": 12.5}                    | 'input.decimal': '12.5' is not a decimal number
            input.uuid           | {"email": null, "uuid": "1"}         | 'input.uuid': '1' is not a UUID
            input.currency       | {"currency": ["EUR"]}                | 'input.currency': '[EUR]' is not the three letters
            input.money.currency | {"money": {"amount": "1", "currency": "EURO"}} | 'input.money.currency': 'EURO' is not the three letters
            input.money.amount   | {"money": {"currency": "EUR"}}       | 'input.money.amount' is missing: give a value of the type Decimal
            input.money          | {"money": "1 EUR"}                   | 'input.money' is not an object: give the fields of MoneyInput
            input.ids.1          | {"ids": ["a", null]}                 | 'input.ids.1' is null: give a value of the type ID
            input.colour         | {"colour": "red"}                    | 'input.colour' is not a field of MirrorInput: leave it out
            input                | 7                                    | 'input' is not an object: give the fields of MirrorInput
            input                | null                                 | 'input' is null: give a value of the type MirrorInput
            """)
    void aMistakeInAVariableIsToldByItsField(String field, String input, String message) {
        Map<String, JsonNode> variables = Map.of("input", JsonMapper.shared().readTree(input));

        assertMistake(caller.execute(MIRROR, variables), field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            input.email          | { mirror(input: {email: "ada"}) { ids } }          | 'input.email': 'ada' is not an email address such as ada@example.com
            input.decimal        | { mirror(input: {decimal: 1.5}) { ids } }          | 'input.decimal': '1.5' is not a decimal number
            input.date           | { mirror(input: {date: tomorrow}) { ids } }        | 'input.date': 'tomorrow' is not a day
            input.money.currency | { mirror(input: {money: {amount: 1, currency: "EURO"}}) { ids } } | 'input.money.currency': 'EURO' is not the three letters
            input.money.amount   | { mirror(input: {money: {currency: "EUR"}}) { ids } } | 'input.money.amount' is missing: give a value of the type Decimal
            input.ids.1          | { mirror(input: {ids: ["a", null]}) { ids } }      | 'input.ids.1' is null: give a value of the type ID
            input.colour         | { mirror(input: {colour: "red"}) { ids } }         | 'input.colour' is not a field of MirrorInput: leave it out
            input                | { mirror(input: "text") { ids } }                  | 'input' is not an object: give the fields of MirrorInput
            input                | { mirror(input: null) { ids } }                    | 'input' is null: give a value of the type MirrorInput
            input                | { mirror { ids } }                                 | 'input' is missing: give a value of the type MirrorInput
            how                  | { fail(how: SOMEHOW) }                             | 'how': 'SOMEHOW' is not a value of the type Failure
            how                  | { fail(how: "INPUT") }                             | 'how': '"INPUT"' is not a value of the type Failure
            first                | { entries(first: "ten") { totalCount } }           | 'first': '"ten"' is not a value of the type Int
            if                   | { entries @include(if: 1) { totalCount } }         | 'if': '1' is not a value of the type Boolean
            if                   | { entries @skip { totalCount } }                   | 'if' is missing: give a value of the type Boolean
            first                | query ($first: Int = "ten") { entries(first: $first) { totalCount } } | 'first': '"ten"' is not a value of the type Int
            first                | query ($first: Int!) { entries(first: $first) { totalCount } } | 'first' is null: give a value of the type Int
            input.email          | { ...mirrored } fragment mirrored on Query { ... { mirror(input: {email: "ada"}) { ids } } } | 'input.email': 'ada' is not
            input.email          | { nothing mirror(input: {email: "ada"}) { ids } }  | 'input.email': 'ada' is not
            """)
    void aMistakeInADocumentIsToldByItsField(String field, String document, String message) {
        assertMistake(caller.execute(document), field, message);
    }

    @Test
    void everyMistakenArgumentIsToldAtItsPlace() {
        JsonNode errors = caller.execute("""
                { a: mirror(input: {email: "ada"}) { ids }
                  entries(first: "ten", after: 1.5) { totalCount } nothing }
                """).path("errors");

        assertThat(errors.valueStream()
                        .map(error -> error.at("/extensions/field").asString("") + " "
                                + error.at("/locations/0/line").asInt()))
                .containsExactlyInAnyOrder("input.email 1", "first 2", "after 2", " 2");
    }

    @Test
    void nothingIsChangedByAMutationWithAMistake() {
        JsonNode answer = caller.execute(CREATE, Map.of("input", Map.of("title", "x", "rank", "first")));

        assertMistake(answer, "input.rank", "'input.rank': 'first' is not a value of the type Int");
        assertThat(answer.path("data").isMissingNode() || answer.path("data").isNull())
                .isTrue();
    }

    @Test
    void aSubscriptionIsRefusedInTheSameWay() {
        try (var live = caller.subscribe("subscription ($how: Failure!) { fail(how: $how) }", Map.of("how", "NOHOW"))) {
            JsonNode error = live.refusal();

            assertThat(error.at("/extensions/field").asString()).isEqualTo("how");
            assertThat(error.path("message").asString()).isEqualTo("'how': 'NOHOW' is not a value of the type Failure");
        }
    }

    @Test
    void aLongValueIsShownInPart() {
        JsonNode answer = caller.execute(MIRROR, Map.of("input", Map.of("email", "x".repeat(1_000))));

        assertMistake(answer, "input.email", "'input.email': '" + "x".repeat(60) + "...' is not an email address");
    }

    private static void assertMistake(JsonNode answer, String field, String message) {
        JsonNode error = answer.path("errors")
                .valueStream()
                .filter(one -> one.path("extensions").has("field"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No error names a field: " + answer));
        assertThat(error.at("/extensions/field").asString()).isEqualTo(field);
        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asString()).startsWith(message);
        assertThat(error.path("locations").isEmpty()).isFalse();
        assertThat(answer.toString())
                .doesNotContain("Exception", "java.", "io.missionbrief", "StringValue", "IntValue");
    }
}
