package io.missionbrief.subgraph.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything here runs as the role that serves requests: what it could do by SQL alone, an injected statement could. */
@SuppressWarnings("NullAway.Init")
class BindingTest {

    private static final Actor ANN =
            new Actor("ann.o'neil@wörld", new WorkspaceId("acme"), Set.of("leads:read"), Set.of("AGENT"), Instant.MAX);

    private static TestDatabase database;

    private Connection app;

    @BeforeAll
    static void create() {
        database = TestDatabase.create("sample");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        app = database.connect("sample_app");
        app.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        app.close();
    }

    @Test
    void saysWorkspaceUserAndRights() throws SQLException {
        bind(signed());

        assertThat(value("tenancy.workspace_id()")).isEqualTo("acme");
        assertThat(value("tenancy.user_id()")).isEqualTo("ann.o'neil@wörld");
        assertThat(value("tenancy.rights()::text")).isEqualTo("{leads:read}");
    }

    @Test
    void vanishesWithTheTransaction() throws SQLException {
        bind(signed());
        app.commit();

        assertRefused("no workspace is bound");
    }

    @Test
    void isRefusedWhenMissing() {
        assertRefused("no workspace is bound");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "acme", "......", "a.b.c.d.e.f.g", "null.acme.YW5u..99999999999999.1.00"})
    void isRefusedWhenMadeUp(String binding) throws SQLException {
        bind(binding);

        assertRefused("the binding is not valid");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isRefusedWhenAnyPartIsChanged(int part) throws SQLException {
        String[] parts = signed().split("\\.");
        parts[part] = part < 4 ? parts[part] + "x" : String.valueOf(Long.parseLong(parts[part]) + 1);
        bind(String.join(".", parts));

        assertRefused("the binding is not valid");
    }

    @Test
    void isRefusedWhenSignedWithAnotherKey() throws SQLException {
        var forged = new SigningKey(currentKey().id(), "a key of the forger, 32 bytes   ".getBytes(UTF_8));
        bind(new BindingSigner(() -> forged, Clock.systemUTC()).sign(ANN, pidOf(app)));

        assertRefused("the binding is not valid");
    }

    @Test
    void isRefusedOnAnotherConnection() throws SQLException {
        try (var other = database.connect("sample_app")) {
            bind(new BindingSigner(BindingTest::currentKey, Clock.systemUTC()).sign(ANN, pidOf(other)));
        }

        assertRefused("the binding is not valid");
    }

    @Test
    void isRefusedAfterFiveMinutes() throws SQLException {
        var then = Instant.now().minus(BindingSigner.LIFETIME).minus(Duration.ofMillis(1));
        bind(new BindingSigner(BindingTest::currentKey, Clock.fixed(then, ZoneOffset.UTC)).sign(ANN, pidOf(app)));

        assertRefused("the binding has expired");
    }

    @Test
    void theSigningKeyIsOutOfReach() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> value("(select count(*) from tenancy.signing_key)"))
                .withMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select count(*) from tenancy.signing_keys())",
                "tenancy.rotate_signing_key()",
                "tenancy.verified_binding()",
                "tenancy.hmac('text', 'key', 'sha256')"
            })
    void noFunctionThatSignsIsWithinReach(String function) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> value(function))
                .withMessageContaining("permission denied for function");
    }

    @Test
    void aRotationIsNoticedAndTheOldKeyEndsLater() throws SQLException {
        try (var fresh = TestDatabase.create("sample")) {
            var keys = new SigningKeys(connections(fresh));
            SigningKey before = keys.current();
            execute(fresh, "select tenancy.rotate_signing_key('1 hour')");
            keys.refresh();

            assertThat(keys.current().id()).isNotEqualTo(before.id());
            assertThat(workspace(fresh, before)).isEqualTo("acme");
            assertThat(workspace(fresh, keys.current())).isEqualTo("acme");

            execute(
                    fresh,
                    "update tenancy.signing_key set valid_until = clock_timestamp() where id = '" + before.id() + "'");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> workspace(fresh, before))
                    .withMessageContaining("the binding is not valid");
        }
    }

    @Test
    void theBootstrapMayRunAgainAndKeepsTheKey() throws SQLException {
        String before = currentKey().id();
        try (var superuser = database.superuser()) {
            DatabaseBootstrap.run(superuser, List.of("sample"), Map.of());
        }

        assertThat(currentKey().id()).isEqualTo(before);
        bind(signed());
        assertThat(value("tenancy.workspace_id()")).isEqualTo("acme");
    }

    private static String workspace(TestDatabase database, SigningKey key) throws SQLException {
        try (var connection = database.connect("sample_app")) {
            connection.setAutoCommit(false);
            bind(connection, new BindingSigner(() -> key, Clock.systemUTC()).sign(ANN, pidOf(connection)));
            return value(connection, "tenancy.workspace_id()");
        }
    }

    private String signed() throws SQLException {
        return new BindingSigner(BindingTest::currentKey, Clock.systemUTC()).sign(ANN, pidOf(app));
    }

    private static SigningKey currentKey() {
        return new SigningKeys(connections(database)).current();
    }

    private static SubgraphConnections connections(TestDatabase database) {
        var settings = database.settings("sample");
        var prefix = "mission-brief.database.";
        var passwords = new DatabaseProperties.Passwords(
                settings.get(prefix + "passwords.owner"), settings.get(prefix + "passwords.app"), null, null);
        return new SubgraphConnections("sample", new DatabaseProperties(database.url(), passwords, 1));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int pidOf(Connection connection) throws SQLException {
        return Integer.parseInt(value(connection, "pg_backend_pid()"));
    }

    private void bind(String binding) throws SQLException {
        bind(app, binding);
    }

    private static void bind(Connection connection, String binding) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('tenancy.binding', ?, true)")) {
            statement.setString(1, binding);
            statement.execute();
        }
    }

    private String value(String expression) throws SQLException {
        return value(app, expression);
    }

    private static String value(Connection connection, String expression) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select " + expression)) {
            row.next();
            return row.getString(1);
        }
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> value("tenancy.workspace_id()"))
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
}
