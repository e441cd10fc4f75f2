package io.missionbrief.subgraph.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.missionbrief.subgraph.error.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where an event stands in the log of its workspace; a client gives it back to go on after that event.
 *
 * @param epoch in which history the position counts: a copied, restored or promoted database has another one
 * @param position the event's dense number in its workspace, from 1; 0 stands before the first event
 */
public record EventCursor(String epoch, long position) {

    public EventCursor {
        var _ = new EpochNumber(epoch, position);
    }

    /**
     * The cursor that a client gave.
     *
     * @param field the argument or input field that holds it, for the message
     * @throws RequestException {@code BAD_USER_INPUT} when it is none
     */
    public static EventCursor parse(String field, String text) {
        EpochNumber number = EpochNumber.parse(decoded(text));
        if (number == null) {
            throw RequestException.badUserInput(
                    field, field + " is not a cursor: give the cursor of an event, unchanged, or leave it out");
        }
        return new EventCursor(number.epoch(), number.number());
    }

    /** The opaque text that clients see. */
    @JsonValue
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new EpochNumber(epoch, position).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
