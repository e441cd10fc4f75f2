package io.missionbrief.subgraph.tenancy;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The database's time, the one clock that all instances share. */
public final class DatabaseClock {

    /**
     * The instant at which its row is computed. Not {@code now()}, which is when the transaction began: that may have been
     * long before it got its lock, and before another transaction's change that it now sees.
     */
    public static final Field<OffsetDateTime> NOW =
            DSL.field("clock_timestamp()", SQLDataType.TIMESTAMPWITHTIMEZONE.notNull());

    private DatabaseClock() {}

    /** The present instant; for deadlines to be read after the row lock. */
    public static OffsetDateTime read(DSLContext transaction) {
        return Objects.requireNonNull(transaction.fetchValue(NOW));
    }
}
