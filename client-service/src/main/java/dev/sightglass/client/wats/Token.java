package dev.sightglass.client.wats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** The token, from configuration or from a file that may be replaced while we run. Thread-safe. */
final class Token {

    private final @Nullable Path file;
    private @Nullable FileTime readAt;
    private String value;

    Token(WatsConfig config) {
        this.file = config.tokenFile();
        this.value = config.token() == null ? "" : config.token().strip();
    }

    /** A look at the file's time per request is cheap, and a new token works at once. */
    synchronized String value() {
        if (file != null) {
            try {
                var modified = Files.getLastModifiedTime(file);
                if (!modified.equals(readAt)) {
                    value = Files.readString(file).strip();
                    readAt = modified;
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("sightglass.wats.token-file: must be a readable file. Found: " + file,
                    unreadable);
            }
        }
        return value;
    }
}
