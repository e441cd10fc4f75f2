package io.missionbrief.subgraph.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps documents that were read and validated, which is most of the work of a small query. Each workspace has a share of
 * its own, so that one that sends ever new documents pushes out none but its own; a document that several have in their
 * shares is there once.
 */
final class DocumentCache {

    private static final int WORKSPACES = 10_000;
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Cache<String, Cache<String, PreparsedDocumentEntry>> shares;

    /** Whatever stands in any share, and nothing else for long. */
    private final Cache<String, PreparsedDocumentEntry> shared =
            Caffeine.newBuilder().weakValues().build();

    private final int charactersPerWorkspace;

    DocumentCache(int charactersPerWorkspace) {
        this.charactersPerWorkspace = charactersPerWorkspace;
        this.shares = Caffeine.newBuilder()
                .maximumSize(WORKSPACES)
                .expireAfterAccess(IDLE)
                .build();
    }

    /** The document of this text; one that has errors is not kept. */
    PreparsedDocumentEntry get(String workspace, String text, Supplier<PreparsedDocumentEntry> read) {
        Cache<String, PreparsedDocumentEntry> share = shares.get(workspace, key -> newShare());
        PreparsedDocumentEntry kept = share.getIfPresent(text);
        if (kept != null) {
            return kept;
        }
        PreparsedDocumentEntry known = shared.getIfPresent(text);
        PreparsedDocumentEntry entry = known == null ? read.get() : known;
        if (!entry.hasErrors()) {
            shared.put(text, entry);
            share.put(text, entry);
        }
        return entry;
    }

    private Cache<String, PreparsedDocumentEntry> newShare() {
        return Caffeine.newBuilder()
                .maximumWeight(charactersPerWorkspace)
                .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
                .build();
    }
}
