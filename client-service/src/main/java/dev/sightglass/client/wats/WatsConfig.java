package dev.sightglass.client.wats;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The WATS server.
 *
 * @param url its address; {@code /api} at the end is left out
 * @param token what goes after {@code Basic} in the Authorization header: user and password in base64, as WATS hands it out
 * @param tokenFile a file with the token, read again when it changes; instead of {@code token}
 */
@ConfigurationProperties("sightglass.wats")
public record WatsConfig(@Nullable URI url, @Nullable String token, @Nullable Path tokenFile) {

    /** Checks the address and that there is one token, no more. */
    public WatsConfig {
        if (url == null) {
            throw new IllegalArgumentException(
                "sightglass.wats.url: is required, the address of the WATS server. Found: nothing;"
                    + " set it in sightglass.yml or as SIGHTGLASS_WATS_URL");
        }
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(
                "sightglass.wats.url: must be like https://company.wats.com. Found: " + url);
        }
        if (token == null && tokenFile == null) {
            throw new IllegalArgumentException("sightglass.wats.token: is required. Found: nothing;"
                + " set it as SIGHTGLASS_WATS_TOKEN, or name a file in sightglass.wats.token-file");
        }
        if (token != null && tokenFile != null) {
            throw new IllegalArgumentException(
                "sightglass.wats.token: cannot be set together with sightglass.wats.token-file; keep one");
        }
        url = withoutApi(url);
    }

    /**
     * The address of the server.
     *
     * @return without a slash at the end
     */
    @Override
    public URI url() {
        if (url == null) {
            throw new IllegalStateException("the constructor lets no missing address through; this is a bug");
        }
        return url;
    }

    /** People copy the address from documentation with or without the path that every endpoint has. */
    private static URI withoutApi(URI url) {
        return URI.create(url.toString().replaceFirst("/+$", "").replaceFirst("/api$", ""));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "WatsConfig[url=" + url + ", token=" + (token == null ? "none" : "set") + ", tokenFile=" + tokenFile
            + "]";
    }
}
