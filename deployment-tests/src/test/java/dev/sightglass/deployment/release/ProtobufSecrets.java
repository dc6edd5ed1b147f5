package dev.sightglass.deployment.release;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Helm keeps its releases in Secrets, which client-go sends as protobuf: a magic number, and an envelope with type and object. The double
 * needs not understand them, but must put several into one list.
 */
final class ProtobufSecrets {

    static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int LENGTH_DELIMITED = 2;
    private static final int OBJECT = 2;

    private ProtobufSecrets() {}

    /** A SecretList of these envelopes: its second field is the items. */
    static byte[] list(Collection<byte[]> envelopes) {
        var items = new ByteArrayOutputStream();
        envelopes.forEach(envelope -> write(items, OBJECT, object(envelope)));
        var type = new ByteArrayOutputStream();
        write(type, 1, "v1".getBytes(StandardCharsets.UTF_8));
        write(type, 2, "SecretList".getBytes(StandardCharsets.UTF_8));
        var list = new ByteArrayOutputStream();
        list.writeBytes(MAGIC);
        write(list, 1, type.toByteArray());
        write(list, OBJECT, items.toByteArray());
        return list.toByteArray();
    }

    /** The object in an envelope. */
    private static byte[] object(byte[] envelope) {
        int at = MAGIC.length;
        while (at < envelope.length) {
            int field = envelope[at++] >> 3;
            int length = 0;
            for (int shift = 0;; shift += 7) {
                byte part = envelope[at++];
                length |= (part & 0x7f) << shift;
                if (part >= 0) {
                    break;
                }
            }
            if (field == OBJECT) {
                return Arrays.copyOfRange(envelope, at, at + length);
            }
            at += length;
        }
        throw new IllegalArgumentException("no object in the envelope");
    }

    private static void write(ByteArrayOutputStream out, int field, byte[] content) {
        out.write((field << 3) | LENGTH_DELIMITED);
        int length = content.length;
        while (length > 0x7f) {
            out.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(content);
    }
}
