package dev.sightglass.converter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One file, or one body sent to the service, whole and unchanging. Immutable as long as nobody writes into {@link #bytes()}.
 */
public final class Source {

    private final String filename;
    private final byte[] bytes;
    private final Instant modified;

    /**
     * A source.
     *
     * @param filename the name without folders
     * @param bytes the content; not copied
     * @param modified when the content was last changed
     */
    public Source(String filename, byte[] bytes, Instant modified) {
        this.filename = Objects.requireNonNull(filename, "filename");
        this.bytes = Objects.requireNonNull(bytes, "bytes");
        this.modified = Objects.requireNonNull(modified, "modified");
    }

    /**
     * The name without folders.
     *
     * @return the name as the file system gives it
     */
    public String filename() {
        return filename;
    }

    /**
     * When the content was last changed: the best guess at a start time for formats that carry none.
     *
     * @return the file's modification time, or the time of the call for a body
     */
    public Instant modified() {
        return modified;
    }

    /**
     * The content. Not a copy: do not write into it.
     *
     * @return all bytes
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The first bytes, for a probe.
     *
     * @param length how many at most
     * @return a copy of the first bytes; shorter when the source is
     */
    public byte[] head(int length) {
        return Arrays.copyOf(bytes, Math.min(length, bytes.length));
    }

    /**
     * The content as text, without a byte order mark.
     *
     * @param charset the encoding
     * @return the text
     * @throws InvalidSourceException when the bytes are not of that encoding; names the offset of the first wrong one
     */
    public String text(Charset charset) {
        var decoder = charset.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (MalformedInputException malformed) {
            throw new InvalidSourceException(
                "not " + charset.name() + ": byte 0x%02x at offset %d belongs to no character"
                    .formatted(bytes[in.position()] & 0xff, in.position()),
                malformed);
        } catch (CharacterCodingException unmappable) {
            throw new InvalidSourceException("not " + charset.name() + ": unknown character at offset " + in.position(),
                unmappable);
        }
    }

    /**
     * The content as text in the encoding that its byte order mark tells, or else in a usual one.
     *
     * @param usual the encoding of content without byte order mark
     * @return the text without the mark
     * @throws InvalidSourceException when the bytes are not of that encoding; names the offset of the first wrong one
     */
    public String markedText(Charset usual) {
        return text(marked(usual));
    }

    /**
     * The beginning of the content as text, for a probe. What is not of the encoding, such as a character that is cut in the middle,
     * becomes U+FFFD.
     *
     * @param length how many bytes at most
     * @param usual the encoding of content without byte order mark
     * @return the text without the mark
     */
    public String headText(int length, Charset usual) {
        var text = new String(bytes, 0, Math.min(length, bytes.length), marked(usual));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Charset marked(Charset usual) {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : usual;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
