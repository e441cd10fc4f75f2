package io.missionbrief.stack;

import io.missionbrief.subgraph.tenancy.DatabaseBootstrap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable PostgreSQL of the local stack, from the binaries of the embedded starter, which is made for tests: what it
 * trades away for speed ({@code fsync}, {@code synchronous_commit}, passwords) is put back here.
 */
final class LocalPostgres implements AutoCloseable {

    static final String DATABASE = "missionbrief";

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String HOST_BASED_AUTHENTICATION = """
            # Written at each start of the local stack.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final StackDirectory directory;
    private final Ports ports;
    private final Secrets secrets;
    private final PostgresFiles files;
    private final PostgresLog written;
    private final PostmasterWatch watch;
    private volatile @Nullable EmbeddedPostgres server;

    LocalPostgres(StackDirectory directory, Ports ports, Secrets secrets) {
        this.directory = directory;
        this.ports = ports;
        this.secrets = secrets;
        this.files = new PostgresFiles(directory);
        this.written = new PostgresLog(directory.log("postgres"));
        this.watch = new PostmasterWatch(files, written);
    }

    /** Starts the server on the data that is there, or on new data, and brings roles and schemas up to date. */
    synchronized void start() {
        try {
            files.prepare();
            watch.begin();
            EmbeddedPostgres started = launch();
            server = started;
            requirePasswords(started);
            createDatabase(started);
            bootstrap(started);
            files.complete();
        } catch (IOException | SQLException | IllegalStateException cause) {
            throw new StartFailure(watch.reason(), cause);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DATABASE;
    }

    /** For a person with {@code psql}: everything, in every workspace. */
    String superuserUrl() {
        return "postgresql://" + SUPERUSER + ":" + secrets.get(SUPERUSER) + "@127.0.0.1:" + ports.postgres() + "/"
                + DATABASE;
    }

    String password(String role) {
        return secrets.get("database." + role);
    }

    /** Whether the server has been up and is gone. */
    boolean isLost() {
        return server != null && files.postmaster().isEmpty();
    }

    /** Failed with a {@link StartFailure} as soon as the server ends that has begun to start; never done in another way. */
    CompletableFuture<Void> lost() {
        return watch.lost();
    }

    /** Once everything is up, what needs the server says itself that it is gone, and {@code ./mission up} repairs it. */
    void watchNoLonger() {
        watch.close();
    }

    /** Stops the server; one that is just starting is awaited first. */
    @Override
    public synchronized void close() throws IOException {
        watch.close();
        EmbeddedPostgres started = server;
        if (started != null) {
            started.close();
        } else {
            stopOrphan(directory);
        }
    }

    /**
     * Stops a server on this data that nobody holds any more, as a killed stack leaves it behind.
     *
     * @return whether there was one
     */
    static boolean stopOrphan(StackDirectory directory) {
        return new PostgresFiles(directory)
                .postmaster()
                .map(LocalPostgres::stop)
                .orElse(false);
    }

    private static boolean stop(ProcessHandle postmaster) {
        log.info("stopping PostgreSQL {} that a former run left behind", postmaster.pid());
        postmaster.destroy();
        try {
            postmaster.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            postmaster.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** The embedded starter would go on asking for a minute when there is nobody any more who could answer. */
    private EmbeddedPostgres launch() throws IOException {
        FutureTask<EmbeddedPostgres> starting = new FutureTask<>(() -> builder().start());
        var _ = lost().whenComplete((_, _) -> starting.cancel(true));
        starting.run();
        return switch (starting.state()) {
            case SUCCESS -> starting.resultNow();
            case FAILED -> throw new IOException(starting.exceptionNow());
            case CANCELLED, RUNNING -> {
                var _ = Thread.interrupted();
                throw new IOException("the server has ended");
            }
        };
    }

    private EmbeddedPostgres.Builder builder() {
        ProcessBuilder.Redirect output =
                ProcessBuilder.Redirect.appendTo(written.file().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.postgresData())
                .setOverrideWorkingDirectory(directory.postgresBinaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setErrorRedirector(output)
                .setOutputRedirector(output)
                .setPort(ports.postgres())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setConnectConfig("password", secrets.get(SUPERUSER));
    }

    private void requirePasswords(EmbeddedPostgres started) throws IOException, SQLException {
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.get(SUPERUSER) + "'");
            Files.writeString(directory.postgresData().resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void createDatabase(EmbeddedPostgres started) throws SQLException {
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private void bootstrap(EmbeddedPostgres started) throws SQLException {
        Map<String, String> passwords = new HashMap<>();
        for (String subgraph : LocalSubgraph.keys()) {
            for (String role : Subgraphs.ROLES) {
                passwords.put(subgraph + "_" + role, password(subgraph + "_" + role));
            }
        }
        try (Connection superuser = started.getDatabase(SUPERUSER, DATABASE).getConnection()) {
            DatabaseBootstrap.run(superuser, LocalSubgraph.keys(), passwords);
        }
    }
}
