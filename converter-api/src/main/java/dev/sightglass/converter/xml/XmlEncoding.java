package dev.sightglass.converter.xml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/** Finds a document's encoding: byte order mark, the zeros of UTF-16, the XML declaration, or else UTF-8. */
final class XmlEncoding {

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int LONGEST_DECLARATION = 200;

    private XmlEncoding() {}

    /** A reader that fails at bytes which are not of the encoding. */
    static Reader reader(Source source) {
        byte[] head = source.head(LONGEST_DECLARATION);
        int mark = markLength(head);
        var in = new ByteArrayInputStream(source.bytes(), mark, source.bytes().length - mark);
        return new InputStreamReader(in, charset(head).newDecoder());
    }

    private static int markLength(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) ? 2 : 0;
    }

    private static Charset charset(byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : declared(head);
    }

    private static Charset declared(byte[] head) {
        var declaration = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InvalidSourceException("line 1: the XML declaration names an encoding that does not exist: "
                + InvalidSourceException.quote(declaration.group(1)), unknown);
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
