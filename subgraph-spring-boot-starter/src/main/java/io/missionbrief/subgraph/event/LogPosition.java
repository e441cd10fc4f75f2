package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.error.RequestException;

/**
 * A place in the log of a subgraph, over all workspaces. For services alone: to a client it would tell how busy others are.
 *
 * @param epoch in which history the position counts
 * @param position of an event, from 1; 0 stands before the first
 */
public record LogPosition(String epoch, long position) {

    /** @throws IllegalArgumentException when the epoch has another form, or the position is negative */
    public LogPosition {
        var _ = new EpochNumber(epoch, position);
    }

    /**
     * The position that a service gave.
     *
     * @param field the parameter that holds it, for the message
     * @throws RequestException {@code BAD_USER_INPUT} when it is none
     */
    public static LogPosition parse(String field, String text) {
        EpochNumber number = EpochNumber.parse(text);
        if (number == null) {
            throw RequestException.badUserInput(
                    field,
                    field
                            + " is no position in this log: give epoch and position of an event, joined by a dot, or leave it out");
        }
        return new LogPosition(number.epoch(), number.number());
    }

    /** The next place. */
    LogPosition at(long other) {
        return new LogPosition(epoch, other);
    }

    /** Whether a reader that has come to the earlier place can read on up to here. */
    boolean continues(LogPosition earlier) {
        return epoch.equals(earlier.epoch) && position >= earlier.position;
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return new EpochNumber(epoch, position).toString();
    }
}
