package io.missionbrief.subgraph.mutation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a user got wrong in a mutation.
 *
 * @param code what kind of mistake
 * @param field the path of the argument, such as {@code [input, lines, 0, quantity]}; empty when no single one is at fault
 * @param message for the user: what is wrong and the way out
 */
public record UserError(UserErrorCode code, List<String> field, String message) {

    public UserError {
        field = List.copyOf(field);
    }

    /**
     * An error about one field of the input.
     *
     * @param field the path below {@code input}, its steps separated by dots, such as {@code lines.0.quantity}
     */
    public static UserError of(UserErrorCode code, String field, String message) {
        return new UserError(code, List.of(("input." + field).split("\\.", -1)), message);
    }

    /** For an object that has moved on to {@code present} since the caller read {@code expected}. */
    public static UserError staleVersion(int expected, int present) {
        return of(
                UserErrorCode.STALE_VERSION,
                "expectedVersion",
                "Version " + expected + " is out of date, the present one is " + present
                        + ": read the object again and repeat the change on it");
    }

    /**
     * For an id that leads to nothing that the caller may see.
     *
     * @param field the path below {@code input}, such as {@code id}
     * @param what the kind of object, as a user calls it, such as {@code lead}
     */
    public static UserError notFound(String field, String what) {
        return of(UserErrorCode.NOT_FOUND, field, "There is no " + what + " with this id");
    }

    /**
     * For a step that an object cannot make from where it stands.
     *
     * @param field the path below {@code input} that says which step, such as {@code status}
     * @param what the kind of object, as a user calls it, such as {@code lead}
     * @param legal the steps that it can make; empty when it is at its end
     */
    public static <S extends Enum<S>> UserError illegalTransition(
            String field, String what, S from, S to, Collection<S> legal) {
        String ways = legal.stream().map(Enum::name).collect(Collectors.joining(" or "));
        return of(
                UserErrorCode.ILLEGAL_TRANSITION,
                field,
                "The " + what + " is " + from + " and cannot become " + to
                        + (legal.isEmpty() ? ": it is at its end; start another one" : ": it can become " + ways));
    }
}
