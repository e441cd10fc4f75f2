package io.missionbrief.subgraph.mutation;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a change: done with a value, or refused for reasons that the user can mend.
 *
 * @param <T> what a change that was done gives back
 */
public sealed interface Outcome<T> {

    /** The change was made. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<UserError> errors) implements Outcome<T> {

        /** @throws IllegalArgumentException when there is no reason */
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(List<UserError> errors) {
        return new Refused<>(errors);
    }

    static <T> Outcome<T> refused(UserError error) {
        return new Refused<>(List.of(error));
    }

    /**
     * A refusal for one reason, about one field of the input.
     *
     * @param field the path below {@code input}, its steps separated by dots, such as {@code lines.0.quantity}
     */
    static <T> Outcome<T> refused(UserErrorCode code, String field, String message) {
        return refused(UserError.of(code, field, message));
    }

    /** The same outcome with another value. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> value) {
        return fold(done -> done(value.apply(done)), Outcome::refused);
    }

    /** The next step, which only a step that was done leads to. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next, Outcome::refused);
    }

    /** One answer from either case, such as the payload of a mutation. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<? super List<UserError>, ? extends R> refused) {
        return switch (this) {
            case Done<T>(T value) -> done.apply(value);
            case Refused<T>(List<UserError> errors) -> refused.apply(errors);
        };
    }
}
