package io.missionbrief.subgraph.test.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The scopes of the schema, asked for by calls straight to the subgraph, past any router. */
@TestInstance(Lifecycle.PER_CLASS)
class ScopesTest {

    private static final String ENTITIES =
            "query($r: [_Any!]!) { _entities(representations: $r) { ... on Document { id title } ... on Label { id } } }";

    private final TestIssuer issuer = TestIssuer.shared();
    private ConfigurableApplicationContext subgraph;
    private GraphQlCaller caller;
    private SecuredController controller;

    @BeforeAll
    void start() {
        subgraph = SecuredApplication.start(issuer);
        caller = SecuredApplication.callerOf(subgraph);
        controller = subgraph.getBean(SecuredController.class);
    }

    @AfterAll
    void stop() {
        subgraph.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { documents { nodes { id } } }                          | reports:read                  | documents:read
                    { document(id: "1") { id } }                            | reports:read                  | documents:read
                    { document(id: "1") { draft } }                         | documents:read                | drafts:read
                    { report }                                              | documents:read                | reports:read
                    { subject(kind: "label") { __typename } }               | documents:read                | subjects:read
                    { subject(kind: "document") { ... on Document { id } } } | subjects:read                 | documents:read
                    mutation { touch }                                      | documents:read                | documents:write
                    """)
    void aFieldIsRefusedWithoutItsScopesWhichTheErrorNames(String document, String held, String missing) {
        JsonNode answer = call(caller, document, held);

        assertForbidden(answer.at("/errors/0"), missing);
        assertThat(answer.at("/data").findValues("id")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { documents { nodes { id } edges { node { id } } } }    | documents:read
                    { document(id: "1") { id } }                            | documents:read
                    { document(id: "1") { id draft } }                      | documents:read drafts:read
                    { report }                                              | documents:read reports:read
                    { report }                                              | admin:access
                    { subject(kind: "label") { ... on Label { id } } }      | subjects:read
                    mutation { touch }                                      | documents:write
                    { caller { user } }                                     | nothing:read
                    """)
    void aFieldIsAnsweredWithItsScopes(String document, String held) {
        assertThat(call(caller, document, held).path("errors").isMissingNode()).isTrue();
    }

    @Test
    void nothingIsLookedUpForARefusedCaller() {
        int before = controller.lookups.get();

        call(caller, "{ document(id: \"1\") { id } documents { nodes { id } } report }", "drafts:read");
        call(caller, "mutation { touch }", "documents:read");
        entities(Collections.nCopies(3, document("1")), "drafts:read");

        assertThat(controller.lookups.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mutation { publish { count document { id } } }                                      | documents:write                | documents:read
                    mutation { publish { ...seen } } fragment seen on PublishPayload { document { id } } | documents:write                | documents:read
                    mutation { publish { ... on PublishPayload { document { draft } } } }               | documents:write documents:read | drafts:read
                    mutation { a: touch b: publish { document { id @skip(if: true) draft } } }          | documents:write documents:read | drafts:read
                    """)
    void nothingIsWrittenWhenTheCallerMayNotSeeWhatItAsksFor(String document, String held, String missing) {
        int before = controller.lookups.get();
        boolean writesBefore = document.contains("touch");

        JsonNode answer = call(caller, document, held);

        assertForbidden(answer.at("/errors/0"), missing);
        assertThat(controller.lookups.get()).isEqualTo(writesBefore ? before + 1 : before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mutation { publish { count } }                                             | documents:write
                    mutation { publish { count document @include(if: false) { id } } }         | documents:write
                    mutation { publish { count document { id draft @skip(if: true) } } }       | documents:write documents:read
                    """)
    void whoMayNotSeeAChangeMayStillMakeIt(String document, String held) {
        JsonNode answer = call(caller, document, held);

        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(answer.at("/data/publish/count").isNumber()).isTrue();
    }

    /** What keeps the tests above honest: without the directives the same calls go through. */
    @Test
    void theDirectivesAreWhatRefuses(@TempDir Path schema) throws IOException {
        String guarded =
                new ClassPathResource("graphql/secured/secured.graphqls").getContentAsString(StandardCharsets.UTF_8);
        Files.writeString(schema.resolve("unguarded.graphqls"), guarded.replaceAll("@requiresScopes\\([^)]*\\)", ""));
        try (ConfigurableApplicationContext unguarded = SecuredApplication.start(
                issuer,
                "--spring.graphql.schema.locations=classpath:graphql/subgraph/,file:" + schema + "/",
                "--mission-brief.security.public-fields=Query.caller,Query.document,Query.documents,Query.report,"
                        + "Query.subject,Mutation.hold,Mutation.touch,Mutation.publish,Subscription.vigil,Subscription.ticks")) {
            GraphQlCaller there = SecuredApplication.callerOf(unguarded);

            assertThat(call(there, "{ document(id: \"1\") { draft } }", "none")
                            .at("/data/document/draft")
                            .asString())
                    .isEqualTo("Draft of 1");
            assertThat(call(there, "mutation { touch }", "none")
                            .at("/data/touch")
                            .isNumber())
                    .isTrue();
        }
    }

    @Test
    void aRootFieldWithoutScopeStopsTheStart() {
        assertThatThrownBy(() -> SecuredApplication.start(issuer, "--mission-brief.security.public-fields="))
                .rootCause()
                .hasMessageContaining("[Query.caller]")
                .hasMessageContaining("mission-brief.security.public-fields");
    }

    @Test
    void aPublicFieldThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> SecuredApplication.start(
                        issuer, "--mission-brief.security.public-fields=Query.caller,Query.report"))
                .rootCause()
                .hasMessageContaining("[Query.report]");
    }

    @Test
    void entitiesAreRefusedByTheirType() {
        JsonNode answer = entities(List.of(document("1")), "subjects:read");

        assertForbidden(answer.at("/errors/0"), "documents:read");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"_entities\",0]");
        assertThat(answer.at("/data/_entities").toString()).isEqualTo("[null]");
    }

    @Test
    void anEntityThatIsRefusedCostsOnlyItsOwnPlace() {
        JsonNode answer = entities(
                List.of(label("1"), document("2"), label("hidden"), label("4"), document("5")), "subjects:read");

        assertThat(answer.at("/data/_entities").toString()).isEqualTo("[{\"id\":\"1\"},null,null,{\"id\":\"4\"},null]");
        assertThat(answer.path("errors")
                        .valueStream()
                        .map(error -> error.path("path").toString()))
                .containsExactly("[\"_entities\",1]", "[\"_entities\",4]");
    }

    @Test
    void anErrorBesideRefusedEntitiesPointsAtThePlaceThatWasAskedFor() {
        JsonNode answer = entities(List.of(document("1"), Map.of("__typename", "Nothing")), "subjects:read");

        assertThat(answer.path("errors")
                        .valueStream()
                        .map(error -> error.path("path").toString()))
                .containsExactly("[\"_entities\",0]", "[\"_entities\",1]");
    }

    @Test
    void entitiesComeInTheOrderAndNumberAskedFor() {
        JsonNode answer =
                entities(List.of(document("2"), label("1"), document("hidden"), document("1")), "documents:read");

        assertThat(answer.at("/data/_entities").toString())
                .isEqualTo(
                        "[{\"id\":\"2\",\"title\":\"Document 2\"},{\"id\":\"1\"},null,{\"id\":\"1\",\"title\":\"Document 1\"}]");
    }

    @Test
    void noRepresentationsAreAnsweredByNoEntities() {
        assertThat(entities(List.of(), "documents:read").toString()).isEqualTo("{\"data\":{\"_entities\":[]}}");
    }

    @Test
    void aThousandRepresentationsAreTheMost() {
        assertThat(entities(Collections.nCopies(1_000, label("1")), "none")
                        .at("/data/_entities")
                        .size())
                .isEqualTo(1_000);

        JsonNode answer = entities(Collections.nCopies(1_001, label("1")), "none");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(answer.at("/errors/0/message").asString()).contains("1000").contains("1001");
    }

    private JsonNode entities(List<Map<String, String>> representations, String held) {
        return caller.as(issuer.token().scopes(held.split(" ", -1))).execute(ENTITIES, Map.of("r", representations));
    }

    private JsonNode call(GraphQlCaller there, String document, String held) {
        return there.as(issuer.token().scopes(held.split(" ", -1))).execute(document);
    }

    private static Map<String, String> document(String id) {
        return Map.of("__typename", "Document", "id", id);
    }

    private static Map<String, String> label(String id) {
        return Map.of("__typename", "Label", "id", id);
    }

    private static void assertForbidden(JsonNode error, String missing) {
        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.at("/extensions/missingScopes").toString()).isEqualTo("[\"" + missing + "\"]");
        assertThat(error.path("message").asString()).contains(missing);
    }
}
