package io.missionbrief.subgraph.mutation;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The calls that were made under an idempotency key, in the table {@code idempotency_key}. */
final class IdempotencyKeys {

    // A call in progress holds the row: this waits until that one has committed or rolled back. No row comes back when
    // one that still counts stands in the way.
    private static final String CLAIM = """
            insert into idempotency_key as earlier (workspace_id, user_id, field, key, request_hash)
            values (?, ?, ?, ?, ?)
            on conflict (workspace_id, user_id, field, key) do update
            set request_hash = excluded.request_hash, object_id = null, expires_at = default
            where earlier.expires_at <= clock_timestamp()
            returning 1
            """;

    private static final String EARLIER = """
            select request_hash = ?, object_id from idempotency_key
            where workspace_id = ? and user_id = ? and field = ? and key = ?
            """;

    private static final String REMEMBER = """
            update idempotency_key set object_id = ?
            where workspace_id = ? and user_id = ? and field = ? and key = ?
            """;

    /**
     * A call that was made.
     *
     * @param sameInput whether its input was equal to that of the present call
     * @param objectId what it changed
     */
    record EarlierCall(boolean sameInput, UUID objectId) {}

    /** Takes the key for this transaction; when it is taken already, the call that has it. */
    Optional<EarlierCall> claim(DSLContext transaction, Actor actor, Mutation mutation, byte[] inputHash) {
        while (!isClaimed(transaction, actor, mutation, inputHash)) {
            Optional<EarlierCall> earlier = earlier(transaction, actor, mutation, inputHash);
            if (earlier.isPresent()) {
                return earlier;
            }
            // It expired between the two statements and was deleted: the key is free.
        }
        return Optional.empty();
    }

    /** Notes what the call changed, so that a repetition finds it. */
    void remember(DSLContext transaction, Actor actor, Mutation mutation, UUID objectId) {
        transaction.execute(
                REMEMBER, objectId, workspace(actor), actor.userId(), mutation.field(), mutation.idempotencyKey());
    }

    private static boolean isClaimed(DSLContext transaction, Actor actor, Mutation mutation, byte[] inputHash) {
        return transaction.fetchOne(
                        CLAIM, workspace(actor), actor.userId(), mutation.field(), mutation.idempotencyKey(), inputHash)
                != null;
    }

    private static Optional<EarlierCall> earlier(
            DSLContext transaction, Actor actor, Mutation mutation, byte[] inputHash) {
        return transaction
                .resultQuery(
                        EARLIER,
                        inputHash,
                        workspace(actor),
                        actor.userId(),
                        mutation.field(),
                        mutation.idempotencyKey())
                .coerce(DSL.field("same_input", SQLDataType.BOOLEAN), DSL.field("object_id", SQLDataType.UUID))
                .fetchOptional(row -> new EarlierCall(row.value1(), row.value2()));
    }

    private static String workspace(Actor actor) {
        @Nullable WorkspaceId workspace = actor.workspace();
        return workspace == null ? "" : workspace.value();
    }
}
