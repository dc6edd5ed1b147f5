package dev.sightglass.client.report;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Ids of reports. */
final class Ids {

    /** What some clients send when they have no id; two such reports would overwrite each other. */
    static final UUID NIL = new UUID(0, 0);

    private static final UUID NAMESPACE = UUID.fromString("9d0c2f3e-6a4b-5c81-b6d7-31e0f8a5c294");
    private static final int LENGTH = 36;

    private Ids() {}

    /** The name-based UUID (RFC 9562, version 5) of a report's content: the same bytes give the same id, today and after a restart. */
    static UUID ofContent(byte[] content) {
        byte[] name = digest("SHA-256").digest(content);
        var sha1 = digest("SHA-1");
        sha1.update(ByteBuffer.allocate(16).putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits()).array());
        var hash = ByteBuffer.wrap(sha1.digest(name));
        long version5 = (hash.getLong() & ~0xF000L) | 0x5000L;
        long variant = (hash.getLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(version5, variant);
    }

    static boolean isGuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean separates = i == 8 || i == 13 || i == 18 || i == 23;
            if (separates ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
