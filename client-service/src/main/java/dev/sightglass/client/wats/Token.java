package dev.sightglass.client.wats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token, from configuration or from a file that may be replaced while we run. Thread-safe. */
final class Token {

    private static final Logger logger = LoggerFactory.getLogger(Token.class);
    /** What may stand in a header. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private @Nullable Path file;
    private @Nullable FileTime readAt;
    private String value = "";

    Token(WatsConfig config) {
        use(config);
    }

    /**
     * Takes the token from another place from now on.
     *
     * @throws IllegalArgumentException when there is none that could be sent; then the one before stays
     */
    synchronized void use(WatsConfig config) {
        if (config.tokenFile() == null) {
            value = sendable("sightglass.wats.token", String.valueOf(config.token()));
            file = null;
        } else {
            value = sendable("sightglass.wats.token-file", first(config.tokenFile()));
            file = config.tokenFile();
            readAt = null;
        }
    }

    private static String first(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                "sightglass.wats.token-file: must be a readable file. Found: " + path, unreadable);
        }
    }

    private static String sendable(String key, String found) {
        var token = found.strip();
        if (!SENDABLE.matcher(token).matches()) {
            throw new IllegalArgumentException(
                key + ": must be one word of ASCII letters, digits and signs, as WATS hands it out."
                    + " Found: " + token.length() + " characters, of which some cannot be sent");
        }
        return token;
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
        boolean current = true;
        if (file != null) {
            try {
                current = read(file) && Files.isReadable(file);
            } catch (IOException unreadable) {
                current = false;
            }
        }
        return new TokenStatus(current, TokenExpiry.of(value));
    }

    /** Whether the file holds a token. One that is being written is empty for a moment: it is looked at again with the next request. */
    private boolean read(Path path) throws IOException {
        var modified = Files.getLastModifiedTime(path);
        if (modified.equals(readAt)) {
            return true;
        }
        var found = Files.readString(path).strip();
        if (!SENDABLE.matcher(found).matches()) {
            logger.debug("The token file {} holds no token now; the last one serves", path);
            return false;
        }
        value = found;
        readAt = modified;
        return true;
    }
}
