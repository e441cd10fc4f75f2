package io.missionbrief.subgraph.tenancy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Counts what a thread sends: the driver collects the messages of a request and writes them at once, when it has to wait
 * for the answer, so one write is one round trip.
 */
public final class CountingSocketFactory extends SocketFactory {

    private static final ThreadLocal<Long> REQUESTS = ThreadLocal.withInitial(() -> 0L);

    static long requestsOfThisThread() {
        return REQUESTS.get();
    }

    @Override
    public Socket createSocket() {
        return new CountingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("The driver connects by itself");
    }

    private static final class CountingSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    REQUESTS.set(REQUESTS.get() + 1);
                    out.write(bytes, offset, length);
                }
            };
        }
    }
}
