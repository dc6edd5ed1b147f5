package dev.sightglass.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a request body to its end, unpacked, up to a largest size. */
final class BodyReader {

    /** What came of reading. */
    sealed interface Reading {

        /** The whole body. */
        final class Complete implements Reading {

            private final byte[] bytes;

            private Complete(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }
        }

        /** The body is not taken. */
        record Refused(Answer answer) implements Reading {}
    }

    private final int max;

    BodyReader(long max) {
        this.max = Math.toIntExact(max);
    }

    Reading read(HttpExchange exchange) throws IOException {
        var encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        var raw = exchange.getRequestBody();
        var reading = switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> bounded(raw, expectedSize(exchange));
            case "gzip" -> unpacked(raw);
            default -> refused(415, "Content-Encoding: " + encoding + " is not supported; send gzip or none");
        };
        if (reading instanceof Reading.Refused) {
            // Whoever is still sending when the connection closes sees a reset instead of the answer.
            raw.transferTo(OutputStream.nullOutputStream());
        }
        return reading;
    }

    private Reading unpacked(InputStream raw) throws IOException {
        try {
            return bounded(new GZIPInputStream(raw), max + 1);
        } catch (ZipException | EOFException broken) {
            return refused(400, "body: is not valid gzip: " + broken.getMessage());
        }
    }

    /** A buffer of the right size from the start; one byte too many tells a body that is too large. */
    private int expectedSize(HttpExchange exchange) {
        var length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? max + 1 : (int) Math.min(max + 1L, Long.parseLong(length));
    }

    private Reading bounded(InputStream in, int size) throws IOException {
        var bytes = in.readNBytes(size);
        return bytes.length > max
            ? refused(413, "body: is larger than the maximum of " + max + " bytes")
            : new Reading.Complete(bytes);
    }

    private static Reading refused(int status, String message) {
        return new Reading.Refused(Answer.error(status, message));
    }
}
