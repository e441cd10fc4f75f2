package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(other.getLocalPort());

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " for the router")
                    .hasMessageContaining("--port");
        }
    }
}
