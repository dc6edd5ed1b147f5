package dev.sightglass.client.queue.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells a whole body from a damaged one, and a new one from a known one. */
final class Checksum {

    private Checksum() {}

    static byte[] of(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
