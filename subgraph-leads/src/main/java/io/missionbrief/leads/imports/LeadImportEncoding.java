package io.missionbrief.leads.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file become characters. */
enum LeadImportEncoding {
    UTF_8,
    ISO_8859_1,
    WINDOWS_1252;

    Charset charset() {
        return switch (this) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
            case WINDOWS_1252 -> Charset.forName("windows-1252");
        };
    }

    /** The one that a file most likely is in which has bytes that this one has not. */
    LeadImportEncoding other() {
        return switch (this) {
            case UTF_8 -> WINDOWS_1252;
            case ISO_8859_1, WINDOWS_1252 -> UTF_8;
        };
    }
}
