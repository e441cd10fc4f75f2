package io.missionbrief.subgraph.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.missionbrief.subgraph.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkInsertTest {

    private static final TestDatabase DATABASE = TestDatabase.create("sample");
    private static final ParcelTable PARCEL = new ParcelTable();
    private static final OffsetDateTime NOON = OffsetDateTime.of(2026, 6, 30, 12, 0, 0, 123_456_000, ZoneOffset.UTC);

    private Connection connection;
    private DSLContext database;

    @BeforeEach
    void connect() throws SQLException {
        connection = DATABASE.superuser();
        database = DSL.using(connection, SQLDialect.POSTGRES);
        database.execute("""
                create temporary table parcel (id uuid primary key, label text, weight integer, content jsonb, tags text[],
                    sent_at timestamptz, bytes bytea, state text not null default 'NEW')
                """);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void everyValueArrivesAsItIs() {
        String awkward = "a \"quoted\", \\ {brace} 'tick' ü \n null";
        Parcel one = parcel();
        one.set(PARCEL.label, awkward);
        one.set(PARCEL.weight, 7);
        one.set(PARCEL.content, JSONB.valueOf("{\"key\": \"a \\\"value\\\" \\\\ ü\"}"));
        one.set(PARCEL.tags, new String[] {awkward, "NULL", "", null});
        one.set(PARCEL.sentAt, NOON);
        Parcel other = parcel();
        other.set(PARCEL.label, "");
        other.set(PARCEL.weight, -1);
        other.set(PARCEL.content, JSONB.valueOf("[]"));
        other.set(PARCEL.tags, new String[0]);
        other.set(PARCEL.sentAt, NOON.plusNanos(1_000));
        Parcel nothing = parcel();
        nothing.set(PARCEL.label, null);
        nothing.set(PARCEL.weight, null);
        nothing.set(PARCEL.content, null);
        nothing.set(PARCEL.tags, null);
        nothing.set(PARCEL.sentAt, null);
        List<Parcel> parcels = List.of(one, other, nothing);

        BulkInsert.insert(database, parcels);

        for (Parcel parcel : parcels) {
            Record found = found(parcel);
            for (var field : List.of(PARCEL.label, PARCEL.weight, PARCEL.content, PARCEL.tags, PARCEL.sentAt)) {
                assertThat(found.get(field)).as(field.getName()).isEqualTo(parcel.get(field));
            }
        }
    }

    @Test
    void whatIsTheSameInAllRowsArrivesInAll() {
        List<Parcel> parcels = List.of(parcel(), parcel());
        for (Parcel parcel : parcels) {
            parcel.set(PARCEL.label, "fragile");
            parcel.set(PARCEL.weight, null);
            parcel.set(PARCEL.content, JSONB.valueOf("{}"));
            parcel.set(PARCEL.tags, new String[] {"a", "b"});
            parcel.set(PARCEL.sentAt, NOON);
        }

        BulkInsert.insert(database, parcels);

        for (Parcel parcel : parcels) {
            Record found = found(parcel);
            assertThat(found.get(PARCEL.label)).isEqualTo("fragile");
            assertThat(found.get(PARCEL.weight)).isNull();
            assertThat(found.get(PARCEL.content)).isEqualTo(JSONB.valueOf("{}"));
            assertThat(found.get(PARCEL.tags)).containsExactly("a", "b");
            assertThat(found.get(PARCEL.sentAt)).isEqualTo(NOON);
        }
    }

    @Test
    void aFieldWithoutAValueGetsTheOneOfTheTable() {
        Parcel parcel = parcel();

        BulkInsert.insert(database, List.of(parcel));

        assertThat(found(parcel).get(PARCEL.state)).isEqualTo("NEW");
    }

    @Test
    void anyNumberOfRowsIsOneStatement() {
        var statements = new AtomicInteger();
        DSLContext counted = DSL.using(database.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(_ -> statements.incrementAndGet())));

        BulkInsert.insert(
                counted, IntStream.range(0, 5_000).mapToObj(_ -> parcel()).toList());

        assertThat(statements).hasValue(1);
        assertThat(database.fetchCount(PARCEL)).isEqualTo(5_000);
    }

    @Test
    void rowsThatDifferInNothingArriveAsOftenAsTheyAreGiven() {
        database.execute("alter table parcel drop constraint parcel_pkey");
        Parcel parcel = parcel();

        BulkInsert.insert(database, List.of(parcel, parcel, parcel));

        assertThat(database.fetchCount(PARCEL)).isEqualTo(3);
    }

    @Test
    void rowsWithValuesInOtherFieldsAreRefused() {
        Parcel labelled = parcel();
        labelled.set(PARCEL.label, "fragile");

        assertThatIllegalArgumentException().isThrownBy(() -> BulkInsert.insert(database, List.of(parcel(), labelled)));
        assertThatIllegalArgumentException().isThrownBy(() -> BulkInsert.insert(database, List.of(labelled, parcel())));

        assertThat(database.fetchCount(PARCEL)).isZero();
    }

    @Test
    void noRowIsNoStatement() {
        BulkInsert.insert(database, List.<Parcel>of());

        assertThat(database.fetchCount(PARCEL)).isZero();
    }

    @Test
    void oneRowThatIsRefusedKeepsAllOut() {
        Parcel twice = parcel();

        assertThatExceptionOfType(IntegrityConstraintViolationException.class)
                .isThrownBy(() -> BulkInsert.insert(database, List.of(parcel(), twice, twice)));

        assertThat(database.fetchCount(PARCEL)).isZero();
    }

    @Test
    void aTypeThatIsNotKnownIsRefused() {
        Parcel one = parcel();
        Parcel other = parcel();
        one.set(PARCEL.bytes, new byte[] {1});
        other.set(PARCEL.bytes, new byte[] {2});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BulkInsert.insert(database, List.of(one, other)))
                .withMessageContaining("bytes");
    }

    private Record found(Parcel parcel) {
        return database.fetchSingle(PARCEL, PARCEL.id.eq(parcel.get(PARCEL.id)));
    }

    private static Parcel parcel() {
        Parcel parcel = new Parcel();
        parcel.set(PARCEL.id, UUID.randomUUID());
        return parcel;
    }

    /** A table with a column of each type, as the generator would write it. */
    private static final class ParcelTable extends CustomTable<Parcel> {

        final TableField<Parcel, UUID> id = createField(DSL.name("id"), SQLDataType.UUID);
        final TableField<Parcel, String> label = createField(DSL.name("label"), SQLDataType.CLOB);
        final TableField<Parcel, Integer> weight = createField(DSL.name("weight"), SQLDataType.INTEGER);
        final TableField<Parcel, JSONB> content = createField(DSL.name("content"), SQLDataType.JSONB);
        final TableField<Parcel, String[]> tags = createField(DSL.name("tags"), SQLDataType.CLOB.array());
        final TableField<Parcel, OffsetDateTime> sentAt =
                createField(DSL.name("sent_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        final TableField<Parcel, byte[]> bytes = createField(DSL.name("bytes"), SQLDataType.BLOB);
        final TableField<Parcel, String> state = createField(DSL.name("state"), SQLDataType.CLOB);

        ParcelTable() {
            super(DSL.name("parcel"));
        }

        @Override
        public Class<Parcel> getRecordType() {
            return Parcel.class;
        }
    }

    /** A row of it. */
    private static final class Parcel extends CustomRecord<Parcel> {

        Parcel() {
            super(PARCEL);
        }
    }
}
