package dev.sightglass.client.report;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** JSON in any of its encodings, as UTF-8. */
public final class JsonBytes {

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private JsonBytes() {}

    /**
     * The same JSON in UTF-8 without a byte order mark.
     *
     * @param json UTF-8, UTF-16 or UTF-32, with or without a byte order mark
     * @return the same bytes when they are UTF-8 already, else new ones
     * @throws InvalidSourceException when the bytes are of no such encoding; names the offset of the first wrong one
     */
    public static byte[] utf8(byte[] json) {
        var charset = encoding(json);
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return transcode(json, charset);
        }
        byte[] bare = startsWith(json, 0xEF, 0xBB, 0xBF) ? Arrays.copyOfRange(json, 3, json.length) : json;
        checkUtf8(bare, json.length - bare.length);
        return bare;
    }

    /** JSON begins with two characters of ASCII, so the zeros among the first bytes tell the encoding (RFC 4627, section 3). */
    private static Charset encoding(byte[] json) {
        if (startsWith(json, 0, 0, 0xFE, 0xFF) || startsWith(json, 0, 0, 0)) {
            return UTF_32BE;
        }
        if (startsWith(json, 0xFF, 0xFE, 0, 0) || (json.length >= 4 && json[1] == 0 && json[2] == 0 && json[3] == 0)) {
            return UTF_32LE;
        }
        if (startsWith(json, 0xFE, 0xFF) || startsWith(json, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(json, 0xFF, 0xFE) || (json.length >= 2 && json[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] json, int... bytes) {
        if (json.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((json[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] transcode(byte[] json, Charset charset) {
        return new Source("report", json, Instant.EPOCH).text(charset).getBytes(StandardCharsets.UTF_8);
    }

    /** Jackson lets some malformed UTF-8 pass, the server's parser does not. */
    private static void checkUtf8(byte[] json, int offset) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(json);
        var out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new InvalidSourceException(
                "not UTF-8: byte 0x%02x at offset %d belongs to no character; write the file in UTF-8"
                    .formatted(json[in.position()] & 0xFF, in.position() + offset));
        }
    }
}
