package dev.sightglass.demo;

import java.io.IOException;
import java.net.ServerSocket;

/** Finds ports, so that a demonstration starts beside whatever else runs on the machine. */
public final class FreePort {

    private FreePort() {}

    /** The port that is wanted, or any free one when that is taken or 0. */
    public static int orAny(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted)) {
            return socket.getLocalPort();
        } catch (IOException _) {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
