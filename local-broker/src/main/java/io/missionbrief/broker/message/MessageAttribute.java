package io.missionbrief.broker.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An attribute of a message.
 *
 * @param dataType {@code String}, {@code String.Array}, {@code Number} or {@code Binary}, or one of them with a label of the
 *     sender's own, such as {@code String.uuid}
 * @param value as text; that of a binary one in Base64
 */
public record MessageAttribute(String dataType, String value) {

    /** The data type without its label. */
    public String kind() {
        int dot = dataType.indexOf('.');
        return dot < 0 ? dataType : dataType.substring(0, dot);
    }

    /** Null is never returned; empty when there is no label. */
    public String label() {
        int dot = dataType.indexOf('.');
        return dot < 0 ? "" : dataType.substring(dot + 1);
    }

    public boolean isBinary() {
        return kind().equals("Binary");
    }

    /** What type and value add to the size of a message, in bytes. */
    public int size() {
        int bytes =
                isBinary() ? Base64.getDecoder().decode(value).length : value.getBytes(StandardCharsets.UTF_8).length;
        return bytes + dataType.getBytes(StandardCharsets.UTF_8).length;
    }
}
