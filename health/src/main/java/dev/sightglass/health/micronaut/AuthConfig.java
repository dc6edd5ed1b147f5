package dev.sightglass.health.micronaut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.management.Credentials;
import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * What the management port asks for before it shows more than a probe: a user and password, a bearer token, or either.
 * Nothing is asked unless one is set. Files are read at start.
 *
 * @param username the user's name
 * @param password the user's password
 * @param passwordFile a file that holds it instead
 * @param token the bearer token
 * @param tokenFile a file that holds it instead
 */
@ConfigurationProperties("sightglass.management.auth")
public record AuthConfig(@Nullable String username, @Nullable String password, @Nullable Path passwordFile,
    @Nullable String token, @Nullable Path tokenFile) {

    private static final String KEY = "sightglass.management.auth.";

    /** Checks what belongs together. */
    public AuthConfig {
        onlyOne("password", password, "password-file", passwordFile);
        onlyOne("token", token, "token-file", tokenFile);
        if ((username == null) != (password == null && passwordFile == null)) {
            throw new IllegalArgumentException(KEY + "username: needs a password or password-file, and they need it.");
        }
        notBlank("username", username);
        notBlank("password", password);
        notBlank("token", token);
        if (username != null && username.contains(":")) {
            throw new IllegalArgumentException(KEY + "username: must not contain a colon.");
        }
    }

    Credentials credentials() {
        var secret = passwordFile == null ? password : read("password-file", passwordFile);
        var bearer = tokenFile == null ? token : read("token-file", tokenFile);
        return Credentials.of(username == null ? null : username + ":" + secret, bearer);
    }

    @Override
    public String toString() {
        return "AuthConfig[secrets are not shown]";
    }

    private static void onlyOne(String first, @Nullable Object one, String second, @Nullable Object other) {
        if (one != null && other != null) {
            throw new IllegalArgumentException(KEY + first + ": set this or " + second + ", not both.");
        }
    }

    /** An empty secret is a mistake in a template, and would let in whoever sends nothing. */
    private static void notBlank(String name, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(KEY + name + ": must not be blank. Set it, or remove the key.");
        }
    }

    private static String read(String name, Path file) {
        try {
            var secret = Files.readString(file).strip();
            notBlank(name, secret);
            return secret;
        } catch (IOException failure) {
            throw new IllegalArgumentException(KEY + name + ": must be a file that can be read. Found: "
                + failure.getClass().getSimpleName() + " for " + file, failure);
        }
    }
}
