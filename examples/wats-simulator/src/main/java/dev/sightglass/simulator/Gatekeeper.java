package dev.sightglass.simulator;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets in who sends a known token. */
final class Gatekeeper {

    private static final String SCHEME = "Basic ";

    private final @Nullable String token;
    private final Set<String> readOnlyTokens;

    Gatekeeper(@Nullable String token, Set<String> readOnlyTokens) {
        this.token = token;
        this.readOnlyTokens = readOnlyTokens;
    }

    Optional<Answer> refusal(Headers headers, boolean writes) {
        var given = given(headers.getFirst("Authorization"));
        if (readOnlyTokens.contains(given)) {
            return writes ? Optional.of(Answer.error(403, "this token may only read")) : Optional.empty();
        }
        if (token == null || token.equals(given)) {
            return Optional.empty();
        }
        return Optional.of(Answer.error(401, "Authorization: expected Basic and a token that this server knows")
            .with("WWW-Authenticate", "Basic realm=\"WATS\""));
    }

    private static String given(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? authorization.substring(SCHEME.length()).strip()
            : "";
    }
}
