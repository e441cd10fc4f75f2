package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Reads pages of lists by keyset. */
public final class Pages {

    /**
     * One page of a list, by one statement.
     *
     * @param where the list's filter; {@code DSL.noCondition()} for all that the actor may see
     * @param row a row, as the schema shows it
     * @throws io.missionbrief.subgraph.error.RequestException BAD_USER_INPUT that names the argument when its cursor
     *     is malformed or of another order
     */
    public <R extends Record, T> Connection<T> page(
            Actor actor, Keyset<R> order, Condition where, PageRequest page, Function<? super R, ? extends T> row) {
        return Connection.empty();
    }

    /**
     * Pages of the lists below many parents, by one statement for each distinct page, however many parents there are.
     *
     * @param parent the column of the table that names the parent
     * @param where a further filter of the lists; {@code DSL.noCondition()} for none
     * @param pages what is asked for; each gets an answer, an empty connection where there are no rows
     */
    public <K, R extends Record, T> Map<ChildPage<K>, Connection<T>> pages(
            Actor actor,
            Keyset<R> order,
            Field<K> parent,
            Condition where,
            Set<ChildPage<K>> pages,
            Function<? super R, ? extends T> row) {
        return Map.of();
    }
}
