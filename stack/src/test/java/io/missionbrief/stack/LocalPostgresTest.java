package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionbrief.subgraph.test.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    /** By PostgreSQL itself and not by the machine's C library, whose updates would break indexes. */
    private static final String LOCALE = """
            select concat_ws(' ', datlocprovider, datlocale, datcollate, datctype, pg_encoding_to_char(encoding))
            from pg_database where datname = current_database()""";

    @TempDir
    Path folder;

    @Test
    void tellsInPostgresWordsWhyItDoesNotStart() throws Exception {
        StackDirectory directory = new StackDirectory(folder);
        Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(directory.postgresData());
        Files.writeString(directory.postgresData().resolve("PG_VERSION"), "12\n");
        Files.writeString(directory.postgresData().resolve("postgresql.conf"), "");
        Files.setPosixFilePermissions(directory.postgresData(), PosixFilePermissions.fromString("rwx------"));
        Ports ports = new Ports(FreePort.upTo(65_010) - 10);

        assertThatThrownBy(() -> started(directory, ports, new Secrets(directory.secrets())))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL did not start (database files are incompatible with server)");
    }

    @Test
    void isDurableAsksForPasswordsAndKeepsItsDataOverARestart() throws Exception {
        StackDirectory directory = new StackDirectory(folder);
        Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("logs"));
        Ports ports = new Ports(FreePort.upTo(65_010) - 10);
        Secrets secrets = new Secrets(directory.secrets());

        try (LocalPostgres postgres = started(directory, ports, secrets);
                Connection superuser = connect(postgres, "postgres", secrets.get("postgres"))) {
            assertThat(show(superuser, "fsync")).isEqualTo("on");
            assertThat(show(superuser, "synchronous_commit")).isEqualTo("on");
            assertThat(show(superuser, "full_page_writes")).isEqualTo("on");
            assertThat(value(superuser, LOCALE)).isEqualTo("b C.UTF-8 C C UTF8");
            assertThatThrownBy(() -> connect(postgres, "postgres", "wrong")).isInstanceOf(SQLException.class);
            execute(superuser, "create table kept (word text); insert into kept values ('kept')");
        }
        try (LocalPostgres postgres = started(directory, ports, secrets);
                Connection superuser = connect(postgres, "postgres", secrets.get("postgres"))) {
            assertThat(value(superuser, "select word from kept")).isEqualTo("kept");
        }
    }

    private static LocalPostgres started(StackDirectory directory, Ports ports, Secrets secrets) {
        LocalPostgres postgres = new LocalPostgres(directory, ports, secrets);
        postgres.start();
        return postgres;
    }

    private static Connection connect(LocalPostgres postgres, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), user, password);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return value(connection, "show " + setting);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
