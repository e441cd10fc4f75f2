package io.missionbrief.subgraph.test.sample;

import java.util.UUID;
import org.jooq.Name;
import org.jooq.TableField;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table {@code entry}, as the generator would write it. */
final class EntryTable extends CustomTable<EntryTable.Row> {

    static final EntryTable ENTRY = new EntryTable(DSL.name("entry"));

    final TableField<Row, String> workspaceId = createField(DSL.name("workspace_id"), SQLDataType.CLOB.nullable(false));
    final TableField<Row, UUID> id = createField(DSL.name("id"), SQLDataType.UUID.nullable(false));
    final TableField<Row, UUID> parentId = createField(DSL.name("parent_id"), SQLDataType.UUID);
    final TableField<Row, String> title = createField(DSL.name("title"), SQLDataType.CLOB.nullable(false));
    final TableField<Row, Integer> rank = createField(DSL.name("rank"), SQLDataType.INTEGER.nullable(false));
    final TableField<Row, Boolean> confidential =
            createField(DSL.name("confidential"), SQLDataType.BOOLEAN.nullable(false));

    private EntryTable(Name name) {
        super(name);
    }

    @Override
    public Class<Row> getRecordType() {
        return Row.class;
    }

    /** A row of {@code entry}. */
    static final class Row extends CustomRecord<Row> {

        Row() {
            super(ENTRY);
        }
    }
}
