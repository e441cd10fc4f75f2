package io.missionbrief.subgraph.change;

import org.jspecify.annotations.Nullable;

/** Texts as people type them. */
public final class Text {

    private Text() {}

    /** Without spaces around it; null when nothing is left. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
