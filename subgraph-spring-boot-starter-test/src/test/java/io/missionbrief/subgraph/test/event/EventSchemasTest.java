package io.missionbrief.subgraph.test.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found in an event that its schema does not allow. */
class EventSchemasTest {

    private static final String UPDATE = """
            {"actor": "ann", "objectType": "Memo", "objectId": "0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001", "objectVersion": 2,
             "state": {"id": "0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001", "body": "soul", "author": {"sealed": "c2VhbGVk"},
                       "due": "2026-05-04T10:11:12.131415Z", "status": "OPEN", "lines": [{"amount": "29.90"}], "pinned": true},
             "changes": {"body": {"before": "body", "after": "soul"}, "author": {"before": null, "after": {"sealed": "c2VhbGVk"}}},
             "personal": {"subject": "0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001", "fields": ["author"]}}""";

    private final EventSchemas schemas = EventSchemas.of("sample");

    @Test
    void nothingIsWrongWithAnEventThatKeepsToItsSchema() {
        assertThat(schemas.mistakes("Memo.Update", JsonMapper.shared().readTree(UPDATE)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "body": "soul",                | ``                            | /state                  | 'body'
            , "pinned": true               | ``                            | /state                  | 'pinned'
            "body": "soul"                 | "body": 7                     | /state/body             | integer found
            "body": "soul"                 | "body": null                  | /state/body             | null found
            "body": "soul"                 | "body": "soul", "mood": 1     | /state                  | 'mood'
            {"amount": "29.90"}            | {"amount": "29.90", "net": 1} | /state/lines/0          | 'net'
            {"amount": "29.90"}            | {}                            | /state/lines/0          | 'amount'
            "amount": "29.90"              | "amount": 29.9                | /state/lines/0/amount   | number found
            "amount": "29.90"              | "amount": "29,90"             | /state/lines/0/amount   | pattern
            "status": "OPEN"               | "status": "SHUT"              | /state/status           | enumeration
            "2026-05-04T10:11:12.131415Z"  | "4 May 2026"                  | /state/due              | date-time
            "state": {"id": "0198a0c2      | "state": {"id": "x            | /state/id               | uuid
            "author": {"sealed": "c2VhbGVk"} | "author": "Ada"               | /state/author           | string found
            "author": {"sealed": "c2VhbGVk"} | "author": {"open": "Ada"}     | /state/author           | 'sealed'
            "before": "body"               | "before": 7                   | /changes/body/before    | integer found
            "after": "soul"                | "after": null                 | /changes/body/after     | null found
            "before": "body",              | ``                            | /changes/body           | 'before'
            "changes"                      | "change"                      | data                    | 'changes'
            "objectType": "Memo"           | "objectType": "Note"          | /objectType             | constant
            "objectVersion": 2             | "objectVersion": 0            | /objectVersion          | minimum
            "actor": "ann",                | ``                            | data                    | 'actor'
            "fields": ["author"]           | "fields": []                  | /personal/fields        | says [author]
            "fields": ["author"]           | "fields": ["author", "body"]  | /personal/fields        | [author, body]
            """)
    void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String place, String reason) {
        assertThat(UPDATE).contains(right);

        var mistakes = schemas.mistakes(
                "Memo.Update", JsonMapper.shared().readTree(UPDATE.replaceFirst(Pattern.quote(right), wrong)));

        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake).contains(reason);
            assertThat(mistake).startsWith(place.equals("data") ? ": " : place + ": ");
        });
    }

    @Test
    void aChangeOfAFieldThatIsNotDeclaredIsOne() {
        String unknown = UPDATE.replace("\"changes\": {\"body\"", "\"changes\": {\"mood\"");

        assertThat(schemas.mistakes("Memo.Update", JsonMapper.shared().readTree(unknown)))
                .containsExactly("/changes/mood: events/sample/Memo.json has no such field");
    }

    @Test
    void aTypeWithoutSchemaIsNamedWithTheFileToWrite() {
        assertThat(schemas.mistakes("Memo.Burnt", JsonMapper.shared().readTree(UPDATE)))
                .singleElement()
                .asString()
                .startsWith("there is no events/sample/Memo.Burnt.json: ");
    }

    @Test
    void aMessageIsHeldAgainstBothItsSchemas() {
        JsonNode message = message("17", UPDATE);

        assertThatCode(() -> schemas.assertMatches(message)).doesNotThrowAnyException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> schemas.assertMatches(message("-1", UPDATE)))
                .withMessageContaining("/position: ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> schemas.assertMatches(message("17", UPDATE.replace("\"OPEN\"", "\"SHUT\""))))
                .withMessageContaining("/data/state/status: ");
    }

    private static JsonNode message(String position, String data) {
        return JsonMapper.shared().readTree("""
                {"specversion": "1.0", "id": "0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001", "source": "/missionbrief/sample",
                 "type": "Memo.Update", "subject": "0198a0c2-7d1e-7c3a-9d55-1f1f6a1f0001",
                 "time": "2026-05-04T10:11:12.131415Z", "datacontenttype": "application/json",
                 "dataschema": "urn:missionbrief:sample:Memo.Update", "workspaceid": "1001", "epoch": "656d37a6d1e3",
                 "position": "%s", "workspaceposition": "17", "lane": "NORMAL", "data": %s}""".formatted(position, data));
    }
}
