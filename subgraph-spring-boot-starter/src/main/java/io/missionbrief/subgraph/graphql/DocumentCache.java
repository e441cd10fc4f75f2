package io.missionbrief.subgraph.graphql;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents that were read and validated, which is most of the work of a small query. Each workspace has a share of
 * its own, so that one that sends ever new documents pushes out none but its own; a document that several have in their
 * shares is there once. When all of them together are too much, the largest share gives way first.
 */
final class DocumentCache {

    private static final int WORKSPACES = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, DocumentShare> shares = new LinkedHashMap<>();
    private final Map<String, Kept> documents = new HashMap<>();
    private final int charactersPerWorkspace;
    private final int charactersInAll;
    private long characters;

    /** A document, and in how many shares it is. */
    private static final class Kept {

        private final PreparsedDocumentEntry entry;
        private int shares;

        Kept(PreparsedDocumentEntry entry) {
            this.entry = entry;
        }
    }

    DocumentCache(int charactersPerWorkspace, int charactersInAll) {
        this.charactersPerWorkspace = charactersPerWorkspace;
        this.charactersInAll = charactersInAll;
    }

    /** The document of this text; one that has errors is not kept. */
    PreparsedDocumentEntry get(String workspace, String text, Supplier<PreparsedDocumentEntry> read) {
        PreparsedDocumentEntry known = find(workspace, text);
        if (known != null) {
            return known;
        }
        PreparsedDocumentEntry entry = read.get();
        if (!entry.hasErrors()) {
            keep(workspace, text, entry);
        }
        return entry;
    }

    private @Nullable PreparsedDocumentEntry find(String workspace, String text) {
        lock.lock();
        try {
            Kept kept = documents.get(text);
            if (kept == null) {
                return null;
            }
            put(workspace, text, kept);
            return kept.entry;
        } finally {
            lock.unlock();
        }
    }

    private void keep(String workspace, String text, PreparsedDocumentEntry entry) {
        lock.lock();
        try {
            put(workspace, text, documents.getOrDefault(text, new Kept(entry)));
        } finally {
            lock.unlock();
        }
    }

    private void put(String workspace, String text, Kept document) {
        DocumentShare share = shares.computeIfAbsent(workspace, key -> new DocumentShare());
        shares.putLast(workspace, share);
        if (share.add(text) && document.shares++ == 0) {
            documents.put(text, document);
            characters += text.length();
        }
        makeRoom(share);
    }

    private void makeRoom(DocumentShare share) {
        while (share.characters() > charactersPerWorkspace) {
            letGo(share.removeFirst());
        }
        while (characters > charactersInAll) {
            letGo(largest().removeFirst());
        }
        if (shares.size() > WORKSPACES) {
            DocumentShare longestIdle = shares.pollFirstEntry().getValue();
            while (!longestIdle.isEmpty()) {
                letGo(longestIdle.removeFirst());
            }
        }
    }

    private DocumentShare largest() {
        return shares.values().stream()
                .max(Comparator.comparingInt(DocumentShare::characters))
                .orElseThrow();
    }

    private void letGo(String text) {
        Kept document = documents.get(text);
        if (document != null && --document.shares == 0) {
            documents.remove(text);
            characters -= text.length();
        }
    }
}
