package dev.sightglass.client.wats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token, from configuration or from a file that may be replaced while we run. Thread-safe. */
final class Token {

    private static final Logger logger = LoggerFactory.getLogger(Token.class);

    private final @Nullable Path file;
    private @Nullable FileTime readAt;
    private String value;

    Token(WatsConfig config) {
        this.file = config.tokenFile();
        this.value = config.token() == null ? "" : config.token().strip();
        if (file != null) {
            try {
                read(file);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException(
                    "sightglass.wats.token-file: must be a readable file. Found: " + file, unreadable);
            }
        }
    }

    /** A look at the file's time per request is cheap, and a new token works at once. */
    synchronized String value() {
        if (file != null) {
            try {
                read(file);
            } catch (IOException unreadable) {
                // whoever replaces the file may remove it first
                logger.debug("The token file {} cannot be read now; the last token serves", file, unreadable);
            }
        }
        return value;
    }

    /** How it is, without a word of it. */
    synchronized TokenStatus status() {
        boolean readable = true;
        if (file != null) {
            try {
                read(file);
                readable = Files.isReadable(file);
            } catch (IOException unreadable) {
                readable = false;
            }
        }
        return new TokenStatus(!value.isEmpty(), readable, TokenExpiry.of(value));
    }

    private void read(Path path) throws IOException {
        var modified = Files.getLastModifiedTime(path);
        if (!modified.equals(readAt)) {
            value = Files.readString(path).strip();
            readAt = modified;
        }
    }
}
