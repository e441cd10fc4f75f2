package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.test.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to the database on which, at a word, what is connected hears nothing any more, as when a network is cut in two. */
final class SilentNetwork implements AutoCloseable {

    private final TestDatabase database;
    private final URI server;
    private final ServerSocket entrance;
    private final AtomicInteger silences = new AtomicInteger();

    private SilentNetwork(TestDatabase database, ServerSocket entrance) {
        this.database = database;
        this.server = URI.create(database.url().substring("jdbc:".length()));
        this.entrance = entrance;
        Thread.ofVirtual().start(this::accept);
    }

    static SilentNetwork to(TestDatabase database) throws IOException {
        return new SilentNetwork(database, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    Connection worker() throws SQLException {
        Map<String, String> settings = database.settings(SampleInstance.SUBGRAPH);
        String url = "jdbc:postgresql://%s:%d%s"
                .formatted(entrance.getInetAddress().getHostAddress(), entrance.getLocalPort(), server.getPath());
        return DriverManager.getConnection(
                url, SampleInstance.SUBGRAPH + "_worker", settings.get("mission-brief.database.passwords.worker"));
    }

    /** From now on nothing passes on the connections that there are; new ones are as good as ever. */
    void fallSilent() {
        silences.incrementAndGet();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                var upstream = new Socket(server.getHost(), server.getPort());
                int silencesBefore = silences.get();
                Thread.ofVirtual().start(() -> pass(client, upstream, silencesBefore));
                Thread.ofVirtual().start(() -> pass(upstream, client, silencesBefore));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to, int silencesBefore) {
        var buffer = new byte[8_192];
        try (from;
                to) {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                if (silences.get() == silencesBefore) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
