package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.mutation.IdempotencyKeys.EarlierCall;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes changes, each in one transaction that commits only when the change was done. */
public final class Mutations {

    private final TenantDatabase database;
    private final IdempotencyKeys keys;

    Mutations(TenantDatabase database, IdempotencyKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Makes a change, unless the same caller made it within 24 hours under the same idempotency key: then nothing is
     * changed, and the object is read again, as far as the caller may see it now. A second call that comes while the
     * first is at work waits for it. A refused change, or one that breaks a rule of the mutation, leaves no trace.
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
        return committedWhenDone(
                actor,
                mutation,
                transaction -> mutation.idempotencyKey() == null
                        ? change.apply(transaction)
                        : once(transaction, actor, mutation, change, id, read));
    }

    private <T> Outcome<T> once(
            DSLContext transaction,
            Actor actor,
            Mutation mutation,
            Function<DSLContext, Outcome<T>> change,
            Function<? super T, UUID> id,
            BiFunction<DSLContext, UUID, @Nullable T> read) {
        byte[] inputHash = InputHash.of(mutation.input());
        Optional<EarlierCall> earlier = keys.claim(transaction, actor, mutation, inputHash);
        if (earlier.isPresent()) {
            return repeated(transaction, earlier.get(), read);
        }
        return change.apply(transaction).map(done -> {
            keys.remember(transaction, actor, mutation, id.apply(done));
            return done;
        });
    }

    private static <T> Outcome<T> repeated(
            DSLContext transaction, EarlierCall earlier, BiFunction<DSLContext, UUID, @Nullable T> read) {
        if (!earlier.sameInput()) {
            return Outcome.refused(
                    UserErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "idempotencyKey",
                    "This idempotency key was used for another input: use a new one for each change");
        }
        T present = read.apply(transaction, earlier.objectId());
        if (present == null) {
            return Outcome.refused(new UserError(
                    UserErrorCode.NOT_FOUND, List.of(), "There is no object of this call that you may see"));
        }
        return Outcome.done(present);
    }

    private <T> Outcome<T> committedWhenDone(Actor actor, Mutation mutation, Function<DSLContext, Outcome<T>> work) {
        try {
            // A user may act before having a workspace, to make one.
            return actor.workspace() == null
                    ? database.writeAsUser(actor, transaction -> orRollBack(work.apply(transaction)))
                    : database.write(actor, transaction -> orRollBack(work.apply(transaction)));
        } catch (Rollback rollback) {
            return Outcome.refused(rollback.errors);
        } catch (DataAccessException failure) {
            UserError mistake = mistake(mutation, failure);
            if (mistake == null) {
                throw failure;
            }
            return Outcome.refused(mistake);
        }
    }

    private static @Nullable UserError mistake(Mutation mutation, DataAccessException failure) {
        PSQLException refusal = failure.getCause(PSQLException.class);
        ServerErrorMessage details = refusal == null ? null : refusal.getServerErrorMessage();
        String constraint = details == null ? null : details.getConstraint();
        return constraint == null ? null : mutation.rules().get(constraint);
    }

    private static <T> Outcome<T> orRollBack(Outcome<T> outcome) {
        return outcome.fold(Outcome::done, errors -> {
            throw new Rollback(errors);
        });
    }

    /** Carries a refusal out of the transaction, which rolls back on it. */
    private static final class Rollback extends RuntimeException {

        private final transient List<UserError> errors;

        Rollback(List<UserError> errors) {
            super("The change was refused", null, false, false);
            this.errors = errors;
        }
    }
}
