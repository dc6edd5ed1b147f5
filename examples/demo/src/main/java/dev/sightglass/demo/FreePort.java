package dev.sightglass.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports, so that a demonstration starts beside whatever else runs on the machine. They lie below those that systems give to outgoing
 * connections, so that nobody takes one while its service starts again.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    /**
     * The port that is wanted, or any free one when that is taken or 0.
     *
     * @throws IOException when there is none
     */
    public static int orAny(int wanted) throws IOException {
        int port = wanted == 0 ? any() : wanted;
        for (int attempt = 1; !isFree(port); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IOException("no free port from %d to %d".formatted(LOWEST, HIGHEST));
            }
            port = any();
        }
        return port;
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
