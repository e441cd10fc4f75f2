package io.missionbrief.subgraph.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.stream.Stream;

/** A port for a server that has to be told its port before it starts. */
public final class FreePort {

    private FreePort() {}

    /**
     * A port that the system gives to nobody who asks for any: a connection of it has just been closed from its side, and
     * the system keeps such a port to itself for a minute (TIME_WAIT). A server that asks for it by its number gets it.
     *
     * @param highest the port is not above it
     */
    public static int upTo(int highest) {
        return Stream.generate(FreePort::reserve)
                .filter(port -> port <= highest)
                .findFirst()
                .orElseThrow();
    }

    private static int reserve() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket client = new Socket(loopback, server.getLocalPort())) {
            server.accept().close();
            if (client.getInputStream().read() != -1) {
                throw new IllegalStateException("nothing was sent");
            }
            return server.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
