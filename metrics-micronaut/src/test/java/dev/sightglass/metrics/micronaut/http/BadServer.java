package dev.sightglass.metrics.micronaut.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes one connection at a time, reads a little and then hangs up, or says nothing for ever. */
final class BadServer implements AutoCloseable {
    private final ServerSocket socket;
    private final boolean hangUp;

    private BadServer(boolean hangUp) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.hangUp = hangUp;
    }

    static BadServer thatHangsUp() throws IOException {
        return started(new BadServer(true));
    }

    static BadServer thatIsSilent() throws IOException {
        return started(new BadServer(false));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static BadServer started(BadServer server) {
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                int read = connection.getInputStream().read(new byte[4096]);
                if (!hangUp && read > 0) {
                    // Until the client gives up.
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException _) {
                // The client has gone, or the test is over.
            }
        }
    }
}
