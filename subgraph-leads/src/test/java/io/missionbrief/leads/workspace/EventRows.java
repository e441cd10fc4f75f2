package io.missionbrief.leads.workspace;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of a workspace as they stand in the log, in the order in which they were written. */
public record EventRows(List<Record> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static EventRows of(WorkerDatabase worker, WorkspaceId workspace) {
        Result<Record> rows = worker.read(sql -> sql.select()
                .from(table(name("event_log")))
                .where(field(name("workspace_id"), String.class).eq(workspace.value()))
                .orderBy(field(name("seq")))
                .fetch());
        return new EventRows(List.copyOf(rows));
    }

    /** Type and version of each. */
    public List<String> types() {
        return rows.stream()
                .map(row -> row.get("type") + " " + row.get("object_version"))
                .toList();
    }

    public JsonNode state(int row) {
        return JSON.readTree(String.valueOf(rows.get(row).get("state")));
    }

    public JsonNode changes(int row) {
        return JSON.readTree(String.valueOf(rows.get(row).get("changes")));
    }

    /** Every column of every row, whole: a record that is printed as a table is cut. */
    public String text() {
        return rows.stream().map(Record::intoList).toList().toString();
    }
}
