package io.missionbrief.subgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestServerTest {

    /** As in the local stack: what sorts and matches in a test does so there. */
    @Test
    void comparesTextByPostgresqlItselfAndNotByTheLibraryOfTheMachine() throws SQLException {
        try (TestDatabase database = TestDatabase.create("plans");
                var superuser = database.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery("""
                        select concat_ws(' ', datlocprovider, datlocale, datcollate, datctype)
                        from pg_database where datname = current_database()""")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("b C.UTF-8 C C");
        }
    }
}
