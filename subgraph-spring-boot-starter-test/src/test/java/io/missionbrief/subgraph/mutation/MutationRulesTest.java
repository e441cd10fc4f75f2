package io.missionbrief.subgraph.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules that only the database can decide. */
class MutationRulesTest {

    private static final UserError TAKEN = UserError.of(UserErrorCode.ALREADY_EXISTS, "id", "Give another");

    @SuppressWarnings("NullAway.Init")
    private static ScratchSubgraph subgraph;

    private final Mutations mutations = subgraph.bean(Mutations.class);
    private final Actor ann =
            new Actor("ann", new WorkspaceId("w" + UUID.randomUUID()), Set.of(), Set.of(), Instant.MAX);
    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void start() {
        subgraph = ScratchSubgraph.start("sample", MutationAutoConfiguration.class);
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @Test
    void aRowThatARuleForbidsIsToldToTheUserAndLeavesNoTrace() {
        Mutation mutation = mutation("once").telling("entry_pkey", TAKEN);

        Outcome<UUID> outcome = run(mutation, transaction -> {
            insert(transaction, id);
            insert(transaction, id);
        });

        assertThat(outcome).isEqualTo(Outcome.refused(List.of(TAKEN)));
        assertThat(run(mutation, transaction -> insert(transaction, id))).isEqualTo(Outcome.done(id));
    }

    @Test
    void aRuleThatNobodyNamedStaysAFailure() {
        Mutation mutation = mutation("other").telling("entry_parent_fkey", TAKEN);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> run(mutation, transaction -> {
                    insert(transaction, id);
                    insert(transaction, id);
                }));
    }

    private Outcome<UUID> run(Mutation mutation, Consumer<DSLContext> change) {
        return mutations.run(
                ann,
                mutation,
                transaction -> {
                    change.accept(transaction);
                    return Outcome.done(id);
                },
                done -> done,
                (transaction, found) -> found);
    }

    private static Mutation mutation(String key) {
        return new Mutation("createEntry", key, "input");
    }

    private static void insert(DSLContext transaction, UUID id) {
        transaction.execute(
                "insert into entry (workspace_id, id, title) values (tenancy.workspace_id(), ?, 'one')", id);
    }
}
