package io.missionbrief.subgraph.event;

import java.util.regex.Pattern;

/**
 * What can happen to an object. A subgraph keeps its types as constants, those of one kind of object together.
 *
 * @param name the kind of object and what happened to it, such as {@code Lead.StatusChange}; consumers know it, so it never
 *     changes
 */
public record EventType(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z]*\\.[A-Z][A-Za-z]*");

    /** Whether a name has the form of a type; there need not be such events. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws IllegalArgumentException when the name has another form */
    public EventType {
        if (!isValid(name)) {
            throw new IllegalArgumentException("An event type looks like Lead.StatusChange, not like " + name);
        }
    }

    /** The kind of object, such as {@code Lead}. */
    public String objectType() {
        return name.substring(0, name.indexOf('.'));
    }
}
