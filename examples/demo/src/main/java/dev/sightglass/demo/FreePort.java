package dev.sightglass.demo;

import java.io.IOException;
import java.net.ServerSocket;

/** Finds ports, so that a demonstration starts beside whatever else runs on the machine. */
final class FreePort {

    private FreePort() {}

    static int orAny(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted)) {
            return socket.getLocalPort();
        } catch (IOException _) {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
