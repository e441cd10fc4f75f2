package io.missionbrief.subgraph.graphql;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads many rows by their ids. */
public final class RowsById {

    private RowsById() {}

    /**
     * The rows with these ids that the caller sees, by one statement. Each is one descent of the primary key:
     *
     * <pre>{@code
     * select found.* from unnest(?) as wanted (id), lateral (select * from lead where id = wanted.id limit 1) as found
     * }</pre>
     *
     * <p>Not {@code where id in (...)}: a plan that is made once for all workspaces takes each of them for a small one,
     * and another index that begins with the workspace for as good, and then reads the whole workspace in it.
     *
     * @param id the column that is unique within what a caller sees
     * @param row a row, as the schema shows it
     */
    public static <R extends Record, T> Map<UUID, T> fetch(
            DSLContext sql, Table<R> table, Field<UUID> id, Collection<UUID> ids, Function<? super R, T> row) {
        var found = sql.selectFrom(table)
                .where(id.eq(DSL.field(DSL.name("wanted", "id"), id.getDataType())))
                .limit(DSL.inline(1))
                .asTable("found");
        return sql.select(found.fields())
                .from(DSL.unnest(ids).as("wanted", "id"))
                .crossJoin(DSL.lateral(found))
                .fetchMap(found.field(id), each -> row.apply(each.into(table)));
    }
}
