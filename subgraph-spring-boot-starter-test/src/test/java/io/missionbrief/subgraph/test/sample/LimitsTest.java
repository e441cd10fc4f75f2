package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.TestIssuer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A bad query cannot hurt. */
@SubgraphTest("sample")
@Timeout(60)
class LimitsTest {

    private static final int BODY = 1024 * 1024;

    private final int port;
    private final GraphQlCaller caller;

    LimitsTest(@LocalServerPort int port) {
        this.port = port;
        this.caller = SampleCaller.at(port).reader();
    }

    @ParameterizedTest
    @MethodSource("withinLimits")
    void whatIsWithinTheLimitsIsAnswered(String what, String document) {
        JsonNode answer = caller.execute(document);

        assertThat(answer.path("errors").isMissingNode())
                .as("%s: %s", what, answer)
                .isTrue();
    }

    static Stream<Arguments> withinLimits() {
        return Stream.of(
                Arguments.of("15 levels", deep(15)),
                Arguments.of("100 aliases", "{ mirror(input: {}) { " + aliases(100) + " } }"),
                Arguments.of("50 root fields", "{ " + roots(50) + " }"),
                Arguments.of(
                        "50,000 fields",
                        "{ entries(first: 100) { nodes { entries(first: 100) { nodes { id title rank } } } } }"),
                Arguments.of("a list that is no page counts as one", "{ tally(name: \"a\") " + again(3) + " }"),
                Arguments.of("a list counts as its declared size", "{ tally(name: \"a\") " + few(13, 1) + " }"),
                Arguments.of("introspection as tools send it", INTROSPECTION));
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void whatIsBeyondTheLimitsIsRefusedByName(String what, String document, String message) {
        JsonNode answer = caller.execute(document);

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s: %s", what, answer)
                .isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(answer.at("/errors/0/message").asString()).contains(message);
        assertThat(answer.path("data").isMissingNode() || answer.path("data").isNull())
                .isTrue();
    }

    static Stream<Arguments> beyondLimits() {
        return Stream.of(
                Arguments.of("16 levels", deep(16), "16 fields below one another, 15 are the most"),
                Arguments.of("50 levels", deep(50), "50 fields below one another, 15 are the most"),
                Arguments.of("depth by fragments", deepByFragments(), "fields below one another, 15 are the most"),
                Arguments.of("101 aliases", "{ mirror(input: {}) { " + aliases(101) + " } }", "101 aliases, 100 are"),
                Arguments.of(
                        "10,000 aliases",
                        "{ mirror(input: {}) { " + aliases(10_000) + " } }",
                        "are read; send it in parts"),
                Arguments.of("aliases by fragments", aliasesByFragments(), "aliases, 100 are the most"),
                Arguments.of("51 root fields", "{ " + roots(51) + " }", "at the root of an operation, 50 are"),
                Arguments.of(
                        "more rows than can be answered",
                        "{ entries(first: 100) { nodes { entries(first: 100) { nodes { id title rank entries { totalCount } } } } } }",
                        "fields to answer"),
                Arguments.of(
                        "pages in a fragment",
                        "{ entries(first: 100) { ... on EntryConnection { nodes { entries(first: 100) { ... { nodes { id title rank a: id b: id c: id } } } } } } }",
                        "fields to answer"),
                Arguments.of(
                        "pages in a fragment with a name",
                        "{ entries(first: 100) { ...page } } fragment page on EntryConnection { edges { node { entries(first: 100) { ...rows } } } }"
                                + " fragment rows on EntryConnection { nodes { id title rank a: id b: id c: id } }",
                        "fields to answer"),
                Arguments.of("lists that are no pages", "{ tally(name: \"a\") " + again(4) + " }", "fields to answer"),
                Arguments.of(
                        "lists that turn out longer than declared",
                        "{ tally(name: \"a\") " + few(2, 400) + " }",
                        "The answer would have more than 100000 fields and rows: ask for less, or in parts"),
                Arguments.of(
                        "brackets",
                        "{ mirror(input: {json: " + "[".repeat(4_000) + "]".repeat(4_000) + "}) { date } }",
                        "too long"),
                Arguments.of("cycles of introspection", cyclicIntrospection(), ""));
    }

    @Test
    void thePageSizeOfAVariableCountsAsThatOfALiteral() {
        String document =
                "query ($n: Int) { entries(first: $n) { nodes { entries(first: $n) { nodes { id title rank entries { totalCount } } } } } }";

        assertThat(code(caller.execute(document, Map.of("n", 100)))).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(code(caller.execute(document, Map.of("n", 10)))).isEmpty();
    }

    @Test
    void anEventIsLimitedLikeAnAnswer() {
        try (var live = caller.subscribe("subscription { counted(name: \"limited\") " + few(2, 400) + " }")) {
            JsonNode event = live.next();

            assertThat(code(event)).isEqualTo("QUERY_TOO_COMPLEX");
            assertThat(event.at("/data/counted").isContainer()).isFalse();
        }
        try (var live = caller.subscribe("subscription { counted(name: \"limited\") " + few(1, 400) + " }")) {
            assertThat(live.next().at("/data/counted/few").size()).isEqualTo(400);
        }
    }

    @Test
    void aListOfTheInputHasAThousandValuesAtMost() {
        String document = "query ($input: MirrorInput!) { mirror(input: $input) { ids } }";
        JsonNode most = caller.execute(document, Map.of("input", Map.of("ids", Collections.nCopies(1_000, "a"))));
        JsonNode tooMany = caller.execute(document, Map.of("input", Map.of("ids", Collections.nCopies(1_001, "a"))));

        assertThat(most.at("/data/mirror/ids").asInt()).isEqualTo(1_000);
        assertThat(code(tooMany)).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(tooMany.at("/errors/0/message").asString())
                .contains("'input.ids' has 1001 values, 1000 are the most");
    }

    @Test
    void textThatNoDatabaseStoresIsTheCallersMistake() {
        JsonNode answer =
                SampleCaller.at(port).writer().execute(SampleCaller.CREATE, Map.of("input", Map.of("title", "a\0b")));

        assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).contains("'input.title' holds the character U+0000");
        assertThat(code(caller.execute("{ mirror(input: {json: \"a\\u0000b\"}) { json } }")))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void halfACharacterIsTheCallersMistake() {
        String body = """
                {"query": "mutation ($input: CreateEntryInput!) { createEntry(input: $input) { entry { id } } }",
                 "variables": {"input": {"title": "a%s", "idempotencyKey": "half"}}}
                """;
        GraphQlCaller writer = SampleCaller.at(port).writer();

        assertThat(writer.post(body.formatted("\\ud83d")).body())
                .contains("BAD_USER_INPUT", "'input.title' holds half a character");
        assertThat(writer.post(body.formatted("\\ud83d\\ude00")).body()).doesNotContain("errors");
    }

    /** Reading a million digits takes a processor for seconds. */
    @Test
    @Timeout(10)
    void aNumberOfADocumentHasAThousandDigitsAtMost() {
        JsonNode answer = caller.execute("{ mirror(input: {decimal: " + "1".repeat(900_000) + "}) { decimal } }");

        assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).contains("more than 1000 digits");
    }

    @Test
    void aListOfADocumentHasAThousandValuesAtMost() {
        String list = "{ mirror(input: {ids: [%s]}) { ids } }";

        assertThat(caller.execute(list.formatted("1 ".repeat(1_000)))
                        .at("/data/mirror/ids")
                        .asInt())
                .isEqualTo(1_000);
        JsonNode tooMany = caller.execute(list.formatted("1 ".repeat(1_001)));
        assertThat(code(tooMany)).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(tooMany.at("/errors/0/message").asString()).contains("1001 values in a list, 1000 are the most");
    }

    @Test
    void aSubscriptionOfThirtyThousandCharactersIsTaken() {
        String document = "subscription { fail(how: INPUT) } #" + "x".repeat(30_000);

        try (var live = caller.subscribe(document)) {
            assertThat(live.next().at("/data/fail").asString()).isEqualTo("one");
        }
    }

    @Test
    void aBodyOfAMegabyteIsReadAndOneOfMoreIsRefused() throws Exception {
        assertThat(post(BodyPublishers.ofByteArray(body(BODY))).statusCode()).isEqualTo(200);
        assertTooLong(post(BodyPublishers.ofByteArray(body(BODY + 1))));
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsMeasuredWhileItIsRead() throws Exception {
        assertThat(post(chunked(BODY)).statusCode()).isEqualTo(200);
        assertTooLong(post(chunked(BODY + 1)));
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + TestIssuer.shared().token().workspace("w1").sign())
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(length)));
    }

    /** A request that is as long as that, most of it in a variable. */
    private static byte[] body(int length) {
        String start = "{\"query\":\"{ __typename }\",\"variables\":{\"a\":\"";
        String end = "\"}}";
        return (start + "x".repeat(length - start.length() - end.length()) + end).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertTooLong(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("QUERY_TOO_COMPLEX", "longer than 1048576 bytes");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private static String deep(int levels) {
        return "{ mirror(input: {}) " + "{ mirror ".repeat(levels - 2) + "{ date }" + " }".repeat(levels - 2) + " }";
    }

    private static String deepByFragments() {
        String fragments = IntStream.range(0, 20)
                .mapToObj(i ->
                        "fragment f" + i + " on Mirror { mirror { " + (i == 19 ? "date" : "...f" + (i + 1)) + " } }")
                .collect(Collectors.joining("\n"));
        return "{ mirror(input: {}) { ...f0 } }\n" + fragments;
    }

    /** Ten aliases, ten times ten, and so on. */
    private static String aliasesByFragments() {
        String fragments = IntStream.range(0, 10)
                .mapToObj(i -> "fragment f" + i + " on Mirror { "
                        + (i == 9 ? aliases(10) : ("...f" + (i + 1) + " ").repeat(10)) + " }")
                .collect(Collectors.joining("\n"));
        return "{ mirror(input: {}) { ...f0 } }\n" + fragments;
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + ": date").collect(Collectors.joining(" "));
    }

    private static String again(int levels) {
        return "{ again ".repeat(levels) + "{ value }" + " }".repeat(levels);
    }

    private static String few(int levels, int times) {
        return ("{ few(times: " + times + ") ").repeat(levels) + "{ name }" + " }".repeat(levels);
    }

    private static String roots(int count) {
        return String.join(" ", Collections.nCopies(count, "__typename"));
    }

    private static String cyclicIntrospection() {
        return "{ __schema { types " + "{ fields { type ".repeat(3) + "{ name }" + " } }".repeat(3) + " } }";
    }

    private static final String INTROSPECTION = """
            query IntrospectionQuery { __schema { queryType { name } types { ...FullType } directives { name args { ...InputValue } } } }
            fragment FullType on __Type { kind name fields(includeDeprecated: true) { name args { ...InputValue } type { ...TypeRef } }
              inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name } possibleTypes { ...TypeRef } }
            fragment InputValue on __InputValue { name type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
            """;
}
