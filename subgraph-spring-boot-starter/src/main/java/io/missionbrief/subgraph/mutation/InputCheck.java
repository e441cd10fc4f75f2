package io.missionbrief.subgraph.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input before anything is looked up, so that a user learns of everything at once. A
 * field is a path below {@code input}, its steps separated by dots, such as {@code lines.0.quantity}.
 */
public final class InputCheck {

    private final List<UserError> errors = new ArrayList<>();

    /** A value that has to be there. */
    public InputCheck required(String field, @Nullable Object value) {
        return required(field, value != null, "'" + field + "' is missing: give it a value");
    }

    /** Something that has to be there. {@code message} says what is missing, and the way out. */
    public InputCheck required(String field, boolean given, String message) {
        if (!given) {
            errors.add(UserError.of(UserErrorCode.REQUIRED, field, message));
        }
        return this;
    }

    /** A text that has to be there, with at most so many characters. */
    public InputCheck text(String field, @Nullable String value, int maximum) {
        if (value == null || value.isBlank()) {
            errors.add(UserError.of(UserErrorCode.REQUIRED, field, "'" + field + "' is empty: give it a text"));
            return this;
        }
        return optionalText(field, value, maximum);
    }

    /** A text that may be missing, with at most so many characters. */
    public InputCheck optionalText(String field, @Nullable String value, int maximum) {
        // An import checks millions of texts: only one that may be too long is counted, and told of.
        if (value == null || value.length() <= maximum) {
            return this;
        }
        int length = value.codePointCount(0, value.length());
        return that(
                length <= maximum,
                field,
                "'" + field + "' has " + length + " characters: shorten it to " + maximum + " at most");
    }

    /** A number from {@code minimum} to {@code maximum}, both included. */
    public InputCheck range(String field, long value, long minimum, long maximum) {
        return that(
                value >= minimum && value <= maximum,
                field,
                "'" + field + "' is " + value + ": give a number from " + minimum + " to " + maximum);
    }

    /** Any other rule. {@code message} says what is wrong when it is not kept, and the way out. */
    public InputCheck that(boolean kept, String field, String message) {
        if (!kept) {
            errors.add(UserError.of(UserErrorCode.INVALID_VALUE, field, message));
        }
        return this;
    }

    /** What is wrong so far. */
    public List<UserError> errors() {
        return List.copyOf(errors);
    }

    /** The change, unless something is wrong. */
    public <T> Outcome<T> then(Supplier<Outcome<T>> change) {
        return errors.isEmpty() ? change.get() : Outcome.refused(errors);
    }
}
