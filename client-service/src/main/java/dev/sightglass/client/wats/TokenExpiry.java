package dev.sightglass.client.wats;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out when a token ceases to be valid, which only a JSON Web Token says: as it is, or as the password in a Basic token. */
final class TokenExpiry {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern JWT = Pattern.compile("(?:.*:)?[\\w-]+\\.([\\w-]+)\\.[\\w-]*", Pattern.DOTALL);

    private TokenExpiry() {}

    static @Nullable Instant of(String token) {
        var asItIs = find(token);
        return asItIs == null ? find(decoded(Base64.getDecoder(), token)) : asItIs;
    }

    private static @Nullable Instant find(String text) {
        var jwt = JWT.matcher(text);
        if (!jwt.matches()) {
            return null;
        }
        try {
            var expiry = MAPPER.readTree(decoded(Base64.getUrlDecoder(), jwt.group(1))).path("exp");
            return expiry.isNumber() ? Instant.ofEpochSecond(expiry.asLong()) : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static String decoded(Base64.Decoder decoder, String text) {
        try {
            return new String(decoder.decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
