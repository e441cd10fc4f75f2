package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The log as it lies in the database, seen by a superuser. */
record LogTable(TestDatabase database) {

    <T> T read(Function<DSLContext, T> query) {
        try (Connection connection = database.superuser()) {
            DSLContext superuser = DSL.using(connection, SQLDialect.POSTGRES);
            superuser.execute("set search_path = " + SampleInstance.SUBGRAPH);
            return query.apply(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        read(superuser -> superuser.execute(sql));
    }

    int unnumbered() {
        return read(superuser ->
                superuser.fetchSingle("select count(*) from event_pending").get(0, Integer.class));
    }

    List<Long> positions() {
        return read(superuser -> superuser
                .fetch("select position from event_position order by position")
                .getValues(0, Long.class));
    }

    List<Long> workspacePositions(Actor actor) {
        return read(superuser -> superuser
                .fetch(
                        "select workspace_position from event_position where workspace_id = ? order by position",
                        actor.requireWorkspace().value())
                .getValues(0, Long.class));
    }

    /** How many events of the workspace meet the condition. */
    int count(Actor actor, String condition) {
        return read(superuser -> superuser
                .fetchSingle(
                        "select count(*) from event_log where workspace_id = ? and " + condition,
                        actor.requireWorkspace().value())
                .get(0, Integer.class));
    }

    /** The bodies of the workspace's memos in the order of their events. */
    List<String> bodies(Actor actor) {
        return read(superuser ->
                superuser.fetch("""
                        select state ->> 'body' from event_log join event_position using (workspace_id, seq)
                        where workspace_id = ? order by position
                        """, actor.requireWorkspace().value()).getValues(0, String.class));
    }
}
