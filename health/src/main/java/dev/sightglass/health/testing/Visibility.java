package dev.sightglass.health.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Who may see what. */
enum Visibility {

    OPEN("no credentials asked for", "trusted", false),
    GUARDED("details for the trusted", "trusted", true),
    PUBLIC("details for everyone", "everyone", true),
    HIDDEN("details for nobody", "nobody", true);

    static final String TOKEN = "contract-token-7c1f";

    private final String words;
    private final String details;
    private final boolean asksForCredentials;

    Visibility(String words, String details, boolean asksForCredentials) {
        this.words = words;
        this.details = details;
        this.asksForCredentials = asksForCredentials;
    }

    String words() {
        return words;
    }

    boolean asksForCredentials() {
        return asksForCredentials;
    }

    Map<String, Object> properties(String basePath) {
        var properties = new HashMap<String, Object>();
        properties.put("sightglass.management.base-path", basePath);
        properties.put("sightglass.management.details", details);
        properties.put("sightglass.metrics.port", basePath.isEmpty() ? 0 : freePort());
        if (asksForCredentials) {
            properties.put("sightglass.management.auth.token", TOKEN);
        }
        return properties;
    }

    /** The code that a path gives when all is well. */
    int code(String path, boolean trusted) {
        return switch (path) {
            case "/health", "/health/live", "/health/ready", "/health/started" -> 200;
            case "/health/details" -> detailsCode(trusted);
            case "/metrics", "/info" -> trusted ? 200 : 401;
            default -> 404;
        };
    }

    private int detailsCode(boolean trusted) {
        return switch (this) {
            case OPEN, PUBLIC -> 200;
            case GUARDED -> trusted ? 200 : 401;
            case HIDDEN -> 404;
        };
    }

    boolean showsReasons(boolean trusted) {
        return switch (this) {
            case OPEN, PUBLIC -> true;
            case GUARDED -> trusted;
            case HIDDEN -> false;
        };
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
