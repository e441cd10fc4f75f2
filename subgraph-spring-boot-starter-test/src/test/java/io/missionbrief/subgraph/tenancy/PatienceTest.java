package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.ScratchSubgraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Nobody waits for a server that is lost, and nobody gives up before a server that is there would have spoken. */
class PatienceTest {

    private static final ScratchSubgraph SUBGRAPH = ScratchSubgraph.start("sample");

    @AfterAll
    static void stop() {
        SUBGRAPH.close();
    }

    @Test
    void requestsWaitALittleLongerThanTheirStatementsMayTake() {
        assertPatient(SUBGRAPH.tenants().write(Actors.ofNewWorkspace(), PatienceTest::patience));
    }

    @Test
    void workersWaitALittleLongerThanTheirStatementsMayTake() {
        assertPatient(SUBGRAPH.worker().write(PatienceTest::patience));
    }

    @Test
    void aConnectionThatIsKeptWaitsNoLonger() throws SQLException {
        try (Connection kept = SUBGRAPH.worker().open()) {
            assertThat(kept.getNetworkTimeout()).isBetween(60_000, 90_000);
        }
    }

    private static void assertPatient(Patience patience) {
        assertThat(patience.network())
                .isBetween(patience.statement(), patience.statement().plusSeconds(15));
    }

    private static Patience patience(DSLContext transaction) {
        long statement = transaction
                .fetchSingle("select extract(epoch from current_setting('statement_timeout')::interval)::bigint")
                .get(0, Long.class);
        int network = transaction.connectionResult(Connection::getNetworkTimeout);
        return new Patience(Duration.ofSeconds(statement), Duration.ofMillis(network));
    }

    private record Patience(Duration statement, Duration network) {}
}
