package io.missionbrief.subgraph.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server that the tests of this JVM share: a container where a Docker engine answers, and the same major
 * version from Maven's embedded binaries where none does. It ends with the JVM.
 */
record TestServer(String host, int port, String superuser, String password) {

    private static final String VERSION = "18";
    private static final String CONNECTIONS = "300";

    static TestServer shared() {
        return Shared.SERVER;
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), superuser, password);
    }

    private static TestServer start() {
        return dockerAnswers() ? container() : embedded();
    }

    /** Looks for a socket first: asking where there is none takes a second and logs an error. */
    private static boolean dockerAnswers() {
        boolean configured = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
        return configured && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // the container is removed when the JVM ends
    private static TestServer container() {
        var container = new PostgreSQLContainer("postgres:" + VERSION)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --locale=C --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
        container.start();
        return new TestServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    private static TestServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "mission-brief-postgres")
                            .toFile())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", CONNECTIONS)
                    .start();
            return new TestServer("localhost", server.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    private static final class Shared {
        static final TestServer SERVER = start();
    }
}
