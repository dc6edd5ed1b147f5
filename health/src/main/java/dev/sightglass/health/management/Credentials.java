package dev.sightglass.health.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who may see what is guarded. Keeps digests only, and compares them in constant time. Immutable.
 */
public final class Credentials {

    /** Nobody is asked. */
    public static final Credentials NONE = new Credentials(List.of(), "");

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final List<byte[]> accepted;
    private final String challenge;

    private Credentials(List<byte[]> accepted, String challenge) {
        this.accepted = accepted;
        this.challenge = challenge;
    }

    /**
     * Asks for a name and password, for a token, or for either.
     *
     * @param user name and password as {@code name:password}, or null
     * @param token a bearer token, or null
     * @return the credentials; {@link #NONE} when both are null
     */
    public static Credentials of(@Nullable String user, @Nullable String token) {
        var accepted = new ArrayList<byte[]>();
        if (user != null) {
            var encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            accepted.add(digest(BASIC + encoded));
        }
        if (token != null) {
            accepted.add(digest(BEARER + token));
        }
        var challenge = user == null ? "Bearer" : "Basic realm=\"management\", charset=\"UTF-8\"";
        return accepted.isEmpty() ? NONE : new Credentials(List.copyOf(accepted), challenge);
    }

    boolean admit(@Nullable String authorization) {
        if (accepted.isEmpty()) {
            return true;
        }
        if (authorization == null) {
            return false;
        }
        var offered = digest(withSchemeAsWeWriteIt(authorization));
        boolean admitted = false;
        for (var digest : accepted) {
            admitted |= MessageDigest.isEqual(digest, offered);
        }
        return admitted;
    }

    String challenge() {
        return challenge;
    }

    /** The scheme's name is case-insensitive, what follows is not. */
    private static String withSchemeAsWeWriteIt(String authorization) {
        for (var scheme : List.of(BASIC, BEARER)) {
            if (authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme + authorization.substring(scheme.length()).strip();
            }
        }
        return authorization;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
