package io.missionbrief.subgraph.tenancy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.observability.RequestContext;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The tables as the operators of the platform see them: across workspaces and for reading only, by the role
 * {@code _operator}. Who reads what is recorded and committed before anything is read; what cannot be recorded is not
 * answered.
 */
public final class OperatorDatabase {

    private static final String SCOPE = "admin:access";

    private final DataSource operator;
    private final StatementContexts contexts;
    private final WorkspaceId platform;

    /** @param platform the workspace of the operators */
    OperatorDatabase(DataSource operator, StatementContexts contexts, WorkspaceId platform) {
        this.operator = operator;
        this.contexts = contexts;
        this.platform = platform;
    }

    /**
     * Runs queries over all workspaces, each a transaction of its own.
     *
     * @throws RequestException as {@link #record}, and {@code SERVICE_UNAVAILABLE} when the database does not answer in time
     */
    public <T extends @Nullable Object> T read(Actor actor, OperatorRead read, Function<DSLContext, T> query) {
        return record(actor, read).query(query);
    }

    /**
     * Records a read that takes several queries, such as a page and the number of all rows.
     *
     * @throws RequestException as {@link #requireOperator}, and {@code SERVICE_UNAVAILABLE} when the database does not
     *     answer in time
     */
    public Recorded record(Actor actor, OperatorRead read) {
        requireOperator(actor);
        Transaction.run(operator, connection -> insert(contexts.on(connection, actor), actor, read));
        return new Recorded(actor);
    }

    /**
     * Refuses whoever is no operator of the platform: the scope alone, in a token of another workspace, is not enough.
     *
     * @throws RequestException {@code FORBIDDEN}
     */
    public void requireOperator(Actor actor) {
        if (!actor.has(SCOPE) || !platform.equals(actor.workspace())) {
            throw new RequestException(
                    ErrorCode.FORBIDDEN,
                    "This is for operators of the platform: ask for a token of the workspace " + platform.value()
                            + " with the scope " + SCOPE);
        }
    }

    /** The role reads only unless a transaction says otherwise, and may then add to this one table. */
    private static int insert(DSLContext transaction, Actor actor, OperatorRead read) {
        transaction.execute("set transaction read write");
        RequestContext request = RequestContext.current();
        return transaction
                .insertInto(table(name("operator_read")))
                .set(field(name("user_id"), String.class), actor.userId())
                .set(field(name("operation"), String.class), read.operation())
                .set(field(name("objects"), String[].class), read.objects().toArray(String[]::new))
                .set(field(name("request_id"), String.class), request == null ? null : request.requestId())
                .set(
                        field(name("trace_parent"), String.class),
                        request == null ? null : request.traceparent().toString())
                .execute();
    }

    /** A read that stands in the record. */
    public final class Recorded {

        private final Actor actor;

        private Recorded(Actor actor) {
            this.actor = actor;
        }

        /** Runs queries over all workspaces, each a transaction of its own. */
        public <T extends @Nullable Object> T query(Function<DSLContext, T> query) {
            return Transaction.each(operator, connection -> query.apply(contexts.on(connection, actor)));
        }
    }
}
