package io.missionbrief.subgraph.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentCacheTest {

    private static final int CHARACTERS = 1_000;

    private final DocumentCache cache = new DocumentCache(CHARACTERS, 10 * CHARACTERS);
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
        read.clear();

        get("bob", "{ his }");
        get("ann", "{ a1999 }");
        get("ann", "{ a0 }");

        assertThat(read).containsExactly("{ a0 }");
    }

    @Test
    void aDocumentThatIsAskedForStays() {
        get("ann", "{ often }");
        for (int i = 0; i < 2_000; i++) {
            get("ann", "{ a" + i + " }");
            get("ann", "{ often }");
        }

        assertThat(read.stream().filter("{ often }"::equals)).hasSize(1);
    }

    @Test
    void theLargestShareGivesWayWhenAllTogetherAreTooMuch() {
        get("small", document("small", 0, 100));
        for (int workspace = 0; workspace < 20; workspace++) {
            for (int i = 0; i < 10; i++) {
                get("large" + workspace, document("large" + workspace, i, 100));
            }
        }
        read.clear();

        get("small", document("small", 0, 100));
        get("large19", document("large19", 9, 100));
        assertThat(read).isEmpty();

        for (int workspace = 0; workspace < 20; workspace++) {
            for (int i = 9; i >= 0; i--) {
                get("other", document("large" + workspace, i, 100));
            }
        }
        assertThat(200 - read.size())
                .as("documents kept of 100 that there is room for")
                .isLessThanOrEqualTo(100);
    }

    @Test
    void whatSeveralShareCountsOnce() {
        for (int workspace = 0; workspace < 50; workspace++) {
            for (int i = 0; i < 10; i++) {
                get("workspace" + workspace, document("shared", i, 100));
            }
        }

        assertThat(read).hasSize(10);
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

    /** A document of that many characters. */
    private static String document(String name, int number, int characters) {
        String text = "{ " + name + "_" + number + " } #";
        return text + "x".repeat(characters - text.length());
    }
}
