package dev.sightglass.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Passes bytes between clients and the HTTP server, so that a client's connection can be reset: the JDK's server gives nobody its
 * sockets. The server knows a client by the port that the relay's own connection has.
 */
final class WireRelay implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final ConcurrentMap<Integer, Socket> clients = new ConcurrentHashMap<>();

    WireRelay(InetSocketAddress address, InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket();
        listener.bind(address, BACKLOG);
        Thread.ofVirtual().name("relay-accept").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Resets the client whose requests reach the server from this port. */
    void reset(int relayPort) {
        var client = clients.get(relayPort);
        if (client == null) {
            return;
        }
        try {
            client.setSoLinger(true, 0);
            client.close();
        } catch (IOException ignored) {
            // The client was faster; there is nothing left to reset.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var client : clients.values()) {
            client.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().name("relay").start(() -> relay(client));
            } catch (IOException ignored) {
                // Either the listener was closed, which ends the loop, or one client went away before it was accepted.
            }
        }
    }

    private void relay(Socket client) {
        try (client; var backend = new Socket(server.getAddress(), server.getPort())) {
            client.setTcpNoDelay(true);
            backend.setTcpNoDelay(true);
            clients.put(backend.getLocalPort(), client);
            var upward = Thread.ofVirtual().name("relay-up").start(() -> {
                copy(client, backend);
            });
            copy(backend, client);
            client.close();
            upward.join();
            clients.remove(backend.getLocalPort(), client);
        } catch (IOException ignored) {
            // One side went away; closing both is all that is left to do.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ignored) {
            // The connection is over in this direction.
        }
    }
}
