package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class RoundTripTest {

    /** After so many executions the driver has prepared a statement on the server and knows the form of its rows. */
    private static final int UNTIL_PREPARED = 10;

    private static TestDatabase database;
    private static SubgraphPools pools;
    private static TenantDatabase tenants;

    private final Actor ann = Actors.ofNewWorkspace();

    @BeforeAll
    static void connect() {
        database = TestDatabase.create("sample");
        var settings = database.settings("sample");
        var passwords = new DatabaseProperties.Passwords(
                settings.get("mission-brief.database.passwords.owner"),
                settings.get("mission-brief.database.passwords.app"),
                settings.get("mission-brief.database.passwords.worker"),
                null);
        var url = database.url() + "?socketFactory=" + CountingSocketFactory.class.getName();
        var connections = new SubgraphConnections("sample", new DatabaseProperties(url, passwords, 1));
        pools = new SubgraphPools(connections, 1);
        tenants = new TenantDatabase(
                pools.app(),
                new BindingSigner(new SigningKeys(connections)::current, Clock.systemUTC()),
                new StatementContexts(List.of()),
                List::of);
    }

    @AfterAll
    static void disconnect() {
        pools.close();
        database.close();
    }

    @Test
    void aReadIsOneRoundTrip() {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            workspace();
        }
        long before = CountingSocketFactory.requestsOfThisThread();

        workspace();

        assertThat(CountingSocketFactory.requestsOfThisThread() - before).isEqualTo(1);
    }

    @Test
    void theBindingAndTheQueryAreBothPreparedOnTheServer() {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            workspace();
        }

        List<String> prepared = tenants.read(
                ann,
                sql -> sql.fetch("select statement from pg_prepared_statements where generic_plans > 0")
                        .into(String.class));

        assertThat(prepared)
                .anyMatch(statement -> statement.contains("set_config('tenancy.binding', $1, true)"))
                .anyMatch(statement -> statement.contains("tenancy.workspace_id() as mine"));
    }

    private void workspace() {
        String mine = tenants.read(
                ann,
                sql -> sql.fetchSingle("select tenancy.workspace_id() as mine").get(0, String.class));
        assertThat(mine).isEqualTo(ann.requireWorkspace().value());
    }
}
