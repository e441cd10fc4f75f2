package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Makes changes, each in one transaction that commits only when the change was done. */
public final class Mutations {

    /**
     * Makes a change, unless the same caller made it within 24 hours under the same idempotency key: then nothing is
     * changed, and the object is read again, as far as the caller may see it now. A second call that comes while the
     * first is at work waits for it. A refused change leaves no trace.
     *
     * @param change the work; runs at most once
     * @param id the id of the object that was changed, by which a repetition finds it
     * @param read the object as the caller may see it now; null when it is hidden or gone
     */
    public <T> Outcome<T> run(
            Actor actor,
            Mutation mutation,
            Function<DSLContext, Outcome<T>> change,
            Function<? super T, UUID> id,
            BiFunction<DSLContext, UUID, @Nullable T> read) {
        return Outcome.refused(UserErrorCode.NOT_ACTIVE, "", "");
    }
}
