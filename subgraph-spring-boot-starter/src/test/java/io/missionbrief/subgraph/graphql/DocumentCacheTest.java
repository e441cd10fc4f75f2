package io.missionbrief.subgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {

    private static final int CHARACTERS = 1_000;

    private final DocumentCache cache = new DocumentCache(CHARACTERS);
    private final List<String> read = new ArrayList<>();

    @Test
    void aDocumentIsReadOnceForAllWorkspaces() {
        get("ann", "{ a }");
        get("ann", "{ a }");
        get("bob", "{ a }");

        assertThat(read).containsExactly("{ a }");
    }

    @Test
    void aWorkspaceThatSendsEverNewDocumentsPushesOutItsOwnAndNoOthers() {
        get("bob", "{ his }");
        for (int i = 0; i < 2_000; i++) {
            get("ann", "{ a" + i + " }");
        }
        awaitForgotten("ann", "{ a0 }");
        read.clear();

        get("bob", "{ his }");

        assertThat(read).isEmpty();
    }

    @Test
    void aDocumentWithErrorsTakesNoRoom() {
        PreparsedDocumentEntry wrong = new PreparsedDocumentEntry(
                GraphqlErrorBuilder.newError().message("no").build());
        for (int i = 0; i < 2; i++) {
            cache.get("ann", "{ wrong }", () -> {
                read.add("{ wrong }");
                return wrong;
            });
        }

        assertThat(read).hasSize(2);
    }

    private void get(String workspace, String document) {
        cache.get(workspace, document, () -> {
            read.add(document);
            return new PreparsedDocumentEntry(Parser.parse(document));
        });
    }

    /** What is in no share is gone when the garbage is collected. */
    private void awaitForgotten(String workspace, String document) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        long before = readings(document);
        while (readings(document) == before) {
            assertThat(Instant.now())
                    .as("the share of a workspace has no bound")
                    .isBefore(limit);
            System.gc();
            get(workspace, document);
        }
    }

    private long readings(String document) {
        return read.stream().filter(document::equals).count();
    }
}
