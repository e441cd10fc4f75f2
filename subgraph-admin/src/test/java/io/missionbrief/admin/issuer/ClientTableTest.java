package io.missionbrief.admin.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionbrief.admin.Admin;
import io.missionbrief.admin.AdminTest;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What guessed client ids cost. */
@AdminTest
class ClientTableTest {

    private static final String LOCK = "lock table oauth_client in access exclusive mode";

    private final AtomicLong nanos = new AtomicLong();

    @LocalServerPort
    int port;

    @Value("${mission-brief.database.url}")
    String url;

    @Value("${mission-brief.database.passwords.owner}")
    String ownerPassword;

    @Autowired
    WorkerDatabase database;

    @Test
    void manyGuessesAtOnceLeaveTheConnectionsToBackgroundWork() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                Connection owner = owner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute(LOCK);
            List<CompletableFuture<HttpResponse<String>>> guesses = IntStream.range(0, 8)
                    .mapToObj(guess -> http.sendAsync(guess(), BodyHandlers.ofString()))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            guesses.stream().filter(CompletableFuture::isDone).count() == 7);

            Object answer = database.read(sql -> sql.fetchValue("select 1"));
            assertThat(answer).isEqualTo(1);

            owner.rollback();
            assertThat(guesses)
                    .extracting(guess -> guess.join().statusCode())
                    .containsOnlyOnce(401)
                    .contains(503);
            assertThat(guesses)
                    .filteredOn(guess -> guess.join().statusCode() == 503)
                    .allSatisfy(guess -> assertThat(guess.join().body()).contains("temporarily_unavailable"));
        }
    }

    @Test
    void aMachineThatIsNotThereIsLookedForAgainAfterFiveSeconds() throws SQLException {
        ClientTable table = new ClientTable(database, nanos::get);
        String late = Admin.newKey();
        assertThat(table.find(late)).isNull();
        register(late);

        assertThat(table.find(late)).isNull();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(table.find(late)).isNotNull();
    }

    @Test
    void whatCannotBeAnIdIsNotLookedFor() throws SQLException {
        ClientTable table = new ClientTable(database, nanos::get);
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute(LOCK);

            assertThat(table.find("' or true --")).isNull();
            assertThat(table.find("a".repeat(101))).isNull();
            owner.rollback();
        }
    }

    private HttpRequest guess() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=guess&client_id=" + Admin.newKey()))
                .build();
    }

    private void register(String client) throws SQLException {
        try (Connection owner = owner();
                var insert = owner.prepareStatement(
                        "insert into oauth_client (client_id, name, secret_sha256, scopes) values (?, 'Robot', ?, '{}')")) {
            insert.setString(1, client);
            insert.setString(2, AdminTest.OFFERS_SECRET_SHA256);
            insert.execute();
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, "admin_owner", ownerPassword);
    }
}
