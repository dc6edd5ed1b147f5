package dev.sightglass.client.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says the same to everybody, whatever is asked, and closes the connection. */
public final class CannedServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] says;
    private volatile String asked = "";

    public CannedServer(String says) throws IOException {
        this.says = says.getBytes(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::serve);
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** What was asked last. */
    public String asked() {
        return asked;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var client = listener.accept()) {
                answer(client);
            } catch (IOException _) {
                // the listener was closed, or the client has seen enough
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = client.getInputStream().read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        asked = head.toString();
        // what is left of the request must be read, or closing would reset the connection under the answer
        client.getInputStream().skipNBytes(Math.min(client.getInputStream().available(), 1_000_000));
        client.getOutputStream().write(says);
        client.getOutputStream().flush();
        client.shutdownOutput();
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
