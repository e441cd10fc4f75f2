package io.missionbrief.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/** The endpoint that {@code MISSION_AWS_ENDPOINT} names, or a broker of this process that ends with it. */
final class SharedBroker {

    private static final URI ENDPOINT = Optional.ofNullable(System.getenv("MISSION_AWS_ENDPOINT"))
            .map(URI::create)
            .orElseGet(SharedBroker::open);

    private SharedBroker() {}

    static URI endpoint() {
        return ENDPOINT;
    }

    private static URI open() {
        try {
            LocalBroker broker = LocalBroker.open(Files.createTempDirectory("broker"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker.endpoint();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
