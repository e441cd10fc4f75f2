package io.missionbrief.subgraph.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/** The columns of an event as it is read: the same in each subgraph, so written down here and generated nowhere. */
final class EventTable {

    static final Field<String> WORKSPACE_ID = field(name("workspace_id"), SQLDataType.VARCHAR);
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<Long> POSITION = field(name("position"), SQLDataType.BIGINT);
    static final Field<Long> WORKSPACE_POSITION = field(name("workspace_position"), SQLDataType.BIGINT);
    static final Field<String> LANE = field(name("lane"), SQLDataType.VARCHAR);
    static final Field<String> TYPE = field(name("type"), SQLDataType.VARCHAR);
    static final Field<String> OBJECT_TYPE = field(name("object_type"), SQLDataType.VARCHAR);
    static final Field<UUID> OBJECT_ID = field(name("object_id"), SQLDataType.UUID);
    static final Field<Integer> OBJECT_VERSION = field(name("object_version"), SQLDataType.INTEGER);
    static final Field<String> ACTOR = field(name("actor"), SQLDataType.VARCHAR);
    static final Field<OffsetDateTime> OCCURRED_AT = field(name("occurred_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<String> REQUEST_ID = field(name("request_id"), SQLDataType.VARCHAR);
    static final Field<String> TRACE_PARENT = field(name("trace_parent"), SQLDataType.VARCHAR);
    static final Field<JSONB> STATE = field(name("state"), SQLDataType.JSONB);
    static final Field<JSONB> CHANGES = field(name("changes"), SQLDataType.JSONB);
    static final Field<UUID> PERSONAL_SUBJECT = field(name("personal_subject"), SQLDataType.UUID);
    static final Field<String[]> PERSONAL_FIELDS = field(name("personal_fields"), SQLDataType.VARCHAR.array());

    static final List<Field<?>> COLUMNS = List.of(
            WORKSPACE_ID,
            ID,
            TYPE,
            OBJECT_TYPE,
            OBJECT_ID,
            OBJECT_VERSION,
            ACTOR,
            OCCURRED_AT,
            POSITION,
            WORKSPACE_POSITION,
            STATE,
            CHANGES,
            PERSONAL_SUBJECT,
            PERSONAL_FIELDS,
            LANE,
            REQUEST_ID,
            TRACE_PARENT);

    private EventTable() {}
}
