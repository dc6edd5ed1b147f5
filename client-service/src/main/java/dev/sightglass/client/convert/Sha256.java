package dev.sightglass.client.convert;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of content. */
public final class Sha256 {

    private Sha256() {}

    /**
     * The hash of bytes that are at hand.
     *
     * @param bytes the content
     * @return 64 lower-case hex digits
     */
    public static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /**
     * A digest for content that streams by.
     *
     * @return a fresh digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * A finished digest in writing.
     *
     * @param digest the digest's bytes
     * @return lower-case hex digits
     */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
