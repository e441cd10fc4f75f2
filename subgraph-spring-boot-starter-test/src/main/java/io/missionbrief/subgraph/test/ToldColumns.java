package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record;

/**
 * Compares the columns that may change with the events that tell of them. Neither a field that a snapshot forgets nor one
 * that it leaves readable fails by itself.
 *
 * @param subgraph whose role is the one that changes them
 * @param untold columns that events leave out or call otherwise, as {@code table.column}
 */
record ToldColumns(String subgraph, Collection<String> untold) {

    /** A text with a check of its length is what people write; other texts are of a few known values, or of a form. */
    private static final String COLUMNS = """
            select c.relname || '.' || a.attname as name, a.field, e.object_type,
                   jsonb_exists(e.state, a.field) as told,
                   a.field = any (e.personal_fields) as sealed,
                   e.personal_subject is not null and exists (
                       select from pg_constraint k
                       where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                         and pg_get_constraintdef(k.oid) like '%char_length(%') as written
            from (select distinct on (object_type) * from event_log
                  where workspace_id = ? order by object_type, seq) e
            join pg_class c on c.relkind = 'r' and replace(c.relname, '_', '') = lower(e.object_type)
                           and c.relnamespace = (select relnamespace from pg_class where oid = 'event_log'::regclass)
            cross join lateral (
                select attnum, attname,
                       lower(left(attname, 1)) || substr(replace(initcap(replace(attname, '_', ' ')), ' ', ''), 2) as field
                from pg_attribute
                where attrelid = c.oid and attnum > 0 and not attisdropped) a
            where has_column_privilege(?::name, c.oid, a.attnum, 'UPDATE')""";

    /**
     * Compares them.
     *
     * @param workspace in which something happened to an object of each kind
     * @throws AssertionError that names each column and says what is missing
     */
    void assertComplete(WorkerDatabase database, WorkspaceId workspace) {
        Set<String> gaps = new TreeSet<>();
        Set<String> needless = new TreeSet<>(untold);
        for (Record column : database.read(sql -> sql.fetch(COLUMNS, workspace.value(), subgraph + "_app"))) {
            if (!column.get("told", Boolean.class)) {
                if (!needless.remove(column.get("name", String.class))) {
                    gaps.add(untold(column));
                }
            } else if (column.get("written", Boolean.class) && !column.get("sealed", Boolean.class)) {
                gaps.add(readable(column));
            }
        }
        needless.forEach(name -> gaps.add(name + " is said to be untold, and is told or may not change: leave it out"));
        assertThat(gaps).as("what may change, and what events tell of it").isEmpty();
    }

    private static String untold(Record column) {
        return ("%1$s may change, and no event tells of it: add .with(\"%2$s\", ...) to snapshot() of %3$s, or name the"
                        + " column as untold in GoldenEventsTest")
                .formatted(column.get("name"), column.get("field"), column.get("object_type"));
    }

    private static String readable(Record column) {
        return "%1$s is free text about a person, and readable in the log for ever: name %2$s in sealed(...) of snapshot() of %3$s"
                .formatted(column.get("name"), column.get("field"), column.get("object_type"));
    }
}
