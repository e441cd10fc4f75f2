package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void areAllDifferent() {
        Ports ports = new Ports(4000);

        assertThat(Arrays.stream(LocalSubgraph.values()).map(ports::of))
                .doesNotHaveDuplicates()
                .doesNotContain(ports.router(), ports.postgres());
    }

    @Test
    void tellWhichPartFindsItsPortUsedAndTheWayOut() throws IOException {
        try (ServerSocket other = listening()) {
            Ports ports = new Ports(other.getLocalPort());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " for the router")
                    .hasMessageContaining(holder())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void findTheUsedPortOfAnyPart() throws IOException {
        try (ServerSocket other = listening()) {
            int used = other.getLocalPort();

            for (LocalSubgraph subgraph : LocalSubgraph.values()) {
                Ports ports = new Ports(used - subgraph.portOffset());
                assertThatThrownBy(ports::requireFree).hasMessageContaining("subgraph " + subgraph.key());
            }
            Ports ports = new Ports(used - 10);
            assertThatThrownBy(ports::requireFree).hasMessageContaining("PostgreSQL");
        }
    }

    /** Who holds a port is known on Linux. */
    private static String holder() {
        return Files.exists(Path.of("/proc/net/tcp"))
                ? "process " + ProcessHandle.current().pid() + " (java)"
                : "another process";
    }

    /** On the first port from 20,000 that can be had; the ones that the system gives away may lie above a router's. */
    private static ServerSocket listening() throws IOException {
        for (int port = 20_000; ; port++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException _) {
                // Somebody else's: the next one.
            }
        }
    }
}
