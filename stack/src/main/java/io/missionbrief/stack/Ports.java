package io.missionbrief.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of the local stack, all derived from the router's, so that they are the same after a restart.
 *
 * @param router the port of the supergraph's endpoint, 1024 to 65000
 */
record Ports(int router) {

    Ports {
        if (router < 1024 || router > 65_000) {
            throw new StartFailure("--port must be between 1024 and 65000, not " + router);
        }
    }

    int of(LocalSubgraph subgraph) {
        return router + subgraph.portOffset();
    }

    int postgres() {
        return router + 10;
    }

    /**
     * Tells of a port that somebody else listens on before anything is started.
     *
     * @throws StartFailure names the part, the port and the way out
     */
    void requireFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("the router", router);
        for (LocalSubgraph subgraph : LocalSubgraph.values()) {
            wanted.put("subgraph " + subgraph.key(), of(subgraph));
        }
        wanted.put("PostgreSQL", postgres());
        wanted.forEach(Ports::requireFree);
    }

    private static void requireFree(String part, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException _) {
            throw new StartFailure("port " + port + " for " + part + " is used by "
                    + PortHolder.of(port).orElse("another process")
                    + "; stop that one, or choose other ports by ./mission up --port N");
        }
    }
}
