package dev.sightglass.health.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

import javax.net.ssl.SSLSocket;

/**
 * One plain request over a connection of its own, with no pool and no thread behind it: what is measured is the listener
 * and nothing else.
 */
public final class LocalHttp {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final int LONGEST_LINE = 256;
    private static final int SKIPPED_AT_MOST = 64 * 1024;

    private LocalHttp() {}

    /**
     * Asks.
     *
     * @param target an http or https address of this process
     * @param timeout for connecting and for each wait for data
     * @return the status code
     * @throws IOException if there is no HTTP answer
     */
    public static int get(URI target, Duration timeout) throws IOException {
        return get(target, timeout, _ -> {});
    }

    /**
     * Asks, and tells beforehand which port the question will come from.
     *
     * @param target an http or https address of this process
     * @param timeout for connecting and for each wait for data
     * @param fromPort hears of the port
     * @return the status code
     * @throws IOException if there is no HTTP answer
     */
    public static int get(URI target, Duration timeout, IntConsumer fromPort) throws IOException {
        int millis = Math.toIntExact(Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE));
        try (var plain = new Socket()) {
            plain.bind(null);
            fromPort.accept(plain.getLocalPort());
            plain.connect(new InetSocketAddress(target.getHost(), target.getPort()), millis);
            plain.setSoTimeout(millis);
            plain.setTcpNoDelay(true);
            if (!target.getScheme().equals("https")) {
                return exchange(plain, target);
            }
            try (var secured = secured(plain, target)) {
                return exchange(secured, target);
            }
        }
    }

    private static SSLSocket secured(Socket plain, URI target) throws IOException {
        var factory = SelfTrust.context().getSocketFactory();
        return (SSLSocket) factory.createSocket(plain, target.getHost(), target.getPort(), true);
    }

    private static int exchange(Socket socket, URI target) throws IOException {
        var path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + target.getRawAuthority()
            + "\r\nUser-Agent: sightglass-health\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var in = socket.getInputStream();
        int status = status(firstLine(in));
        // Closing with data unread would reset the connection, which looks like trouble to the other side.
        in.readNBytes(SKIPPED_AT_MOST);
        return status;
    }

    private static String firstLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("the listener closed the connection or does not speak HTTP");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int status(String line) throws IOException {
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("the listener does not speak HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
