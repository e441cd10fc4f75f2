package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.security.WorkspaceId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ToldColumnsTest {

    private static final String PHONE_CARD = """
            create table sample.phone_card (
                id uuid,
                made_by text check (char_length(made_by) < 9),
                kind text check (kind in ('HOME', 'WORK')),
                on_the_back text check (char_length(on_the_back) < 9),
                constraint phone_card_told check (kind = 'HOME' or char_length(on_the_back) > 1));
            grant insert on sample.phone_card to sample_app;
            grant update (kind, on_the_back) on sample.phone_card to sample_app""";

    private static ScratchSubgraph sample;

    private final WorkspaceId workspace = new WorkspaceId("w" + UUID.randomUUID());

    @BeforeAll
    static void table() throws SQLException {
        sample = ScratchSubgraph.start("sample");
        execute(PHONE_CARD);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void whatIsToldAndSealedIsComplete() throws SQLException {
        event("{\"kind\": \"HOME\", \"onTheBack\": null}", "gen_random_uuid(), '{onTheBack}'");

        assertThatCode(comparison()).doesNotThrowAnyException();
    }

    @Test
    void aColumnThatNoEventTellsOfIsNamed() throws SQLException {
        event("{\"kind\": \"HOME\"}", "gen_random_uuid(), '{onTheBack}'");

        assertThatThrownBy(comparison())
                .hasMessageContaining("phone_card.on_the_back may change, and no event tells of it")
                .hasMessageContaining(".with(\"onTheBack\", ...)")
                .hasMessageContaining("PhoneCard");
        assertThatCode(comparison("phone_card.on_the_back")).doesNotThrowAnyException();
    }

    @Test
    void whatIsCalledUntoldAndIsToldIsNamed() throws SQLException {
        event("{\"kind\": \"HOME\", \"onTheBack\": null}", "gen_random_uuid(), '{onTheBack}'");

        assertThatThrownBy(comparison("phone_card.kind")).hasMessageContaining("phone_card.kind is said to be untold");
    }

    @Test
    void whatPeopleWroteAndIsReadableIsNamed() throws SQLException {
        event("{\"kind\": \"HOME\", \"onTheBack\": \"Ada\"}", "gen_random_uuid(), '{}'");

        assertThatThrownBy(comparison())
                .hasMessageContaining("phone_card.on_the_back is free text about a person, and readable")
                .hasMessageContaining("name onTheBack in sealed(...)")
                .hasMessageNotContaining("phone_card.kind");
    }

    @Test
    void whatDescribesNobodyMayBeReadable() throws SQLException {
        event("{\"kind\": \"HOME\", \"onTheBack\": \"Ada\"}", "null, '{}'");

        assertThatCode(comparison()).doesNotThrowAnyException();
    }

    private ThrowingCallable comparison(String... untold) {
        return () -> new ToldColumns("sample", List.of(untold)).assertComplete(sample.worker(), workspace);
    }

    private void event(String state, String personal) throws SQLException {
        execute("""
                insert into sample.event_log (workspace_id, type, object_type, object_id, object_version, actor, state,
                    personal_subject, personal_fields)
                values ('%s', 'PhoneCard.Made', 'PhoneCard', uuidv7(), 1, 'somebody', '%s', %s)""".formatted(workspace.value(), state, personal));
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = sample.database().superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
