package io.missionbrief.subgraph.test;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;

/**
 * Notes the SQL statements that run for each workspace. A test with a workspace of its own so counts its own statements,
 * whatever runs beside it.
 */
public final class StatementCounter implements ExecuteListenerProvider {

    private final Map<WorkspaceId, Queue<String>> statements = new ConcurrentHashMap<>();

    /** The statements for this workspace since the counter was last {@link #reset}, in order. */
    public List<String> statements(WorkspaceId workspace) {
        return List.copyOf(statements.getOrDefault(workspace, new ConcurrentLinkedQueue<>()));
    }

    public int count(WorkspaceId workspace) {
        return statements(workspace).size();
    }

    /** Forgets what ran for this workspace until now. */
    public void reset(WorkspaceId workspace) {
        statements.remove(workspace);
    }

    @Override
    public ExecuteListener provide() {
        return ExecuteListener.onExecuteStart(this::note);
    }

    private void note(ExecuteContext context) {
        if (context.configuration().data(Actor.class) instanceof Actor actor && actor.workspace() != null) {
            statements
                    .computeIfAbsent(actor.workspace(), workspace -> new ConcurrentLinkedQueue<>())
                    .add(String.valueOf(context.sql()));
        }
    }
}
