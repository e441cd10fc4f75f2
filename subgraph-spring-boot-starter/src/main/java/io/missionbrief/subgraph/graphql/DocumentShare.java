package io.missionbrief.subgraph.graphql;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The documents that one workspace keeps, by their texts, the one that was longest not asked for first. */
final class DocumentShare {

    private final SequencedSet<String> texts = new LinkedHashSet<>();
    private int characters;

    /** How much it holds. */
    int characters() {
        return characters;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Notes that a document was asked for; says whether it was not there. */
    boolean add(String text) {
        boolean isNew = !texts.contains(text);
        texts.addLast(text);
        if (isNew) {
            characters += text.length();
        }
        return isNew;
    }

    /** Lets go of the document that was longest not asked for. */
    String removeFirst() {
        String text = texts.removeFirst();
        characters -= text.length();
        return text;
    }
}
