package dev.sightglass.client.wats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.wats.Answer.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Case T13: whatever a connection can throw is sorted, and nothing of it is taken for a judgement on a report. */
class FailuresTest {

    static Stream<Arguments> t13() {
        return Stream.of(Arguments.of(Failure.CONNECT, new ConnectException("Connection refused")),
            Arguments.of(Failure.CONNECT, new HttpConnectTimeoutException("HTTP connect timed out")),
            Arguments.of(Failure.CONNECT, new NoRouteToHostException("No route to host")),
            Arguments.of(Failure.CONNECT, wrapped(new ConnectException(), new ClosedChannelException())),
            Arguments.of(Failure.DNS, wrapped(new ConnectException(), new UnresolvedAddressException())),
            Arguments.of(Failure.DNS, new UnknownHostException("company.wats.example")),
            Arguments.of(Failure.TIMEOUT, new HttpTimeoutException("request timed out")),
            Arguments.of(Failure.TIMEOUT, new SocketTimeoutException("Read timed out")),
            Arguments.of(Failure.TLS,
                wrapped(new SSLHandshakeException("PKIX"), new CertificateExpiredException("NotAfter"))),
            Arguments.of(Failure.TLS, new SSLPeerUnverifiedException("no peer")),
            Arguments.of(Failure.TLS, new SSLProtocolException("bad record")),
            Arguments.of(Failure.TLS, new SSLException("Unsupported or unrecognized SSL message")),
            Arguments.of(Failure.RESET, wrapped(new SSLHandshakeException("terminated"), new EOFException())),
            Arguments.of(Failure.RESET, wrapped(new SSLException("broken"), new SocketException("Connection reset"))),
            Arguments.of(Failure.RESET, new SocketException("Connection reset")),
            Arguments.of(Failure.RESET, new SocketException("Too many open files")),
            Arguments.of(Failure.RESET, new PortUnreachableException()),
            Arguments.of(Failure.RESET, new BindException("Cannot assign requested address")),
            Arguments.of(Failure.RESET, new ClosedChannelException()),
            Arguments.of(Failure.RESET, new EOFException("EOF reached while reading")),
            Arguments.of(Failure.RESET, new IOException("HTTP/1.1 header parser received no bytes")),
            Arguments.of(Failure.RESET, new IOException("/10.0.0.1:80: GOAWAY received")),
            Arguments.of(Failure.PROTOCOL, new ProtocolException("Invalid status line")),
            Arguments.of(Failure.RESET, new OutOfMemoryError("no more threads")));
    }

    @ParameterizedTest
    @MethodSource
    void t13(Failure expected, Throwable thrown) {
        assertThat(Failures.classify(new ExecutionException(thrown)).failure()).isEqualTo(expected);
        assertThat(Failures.classify(new ExecutionException(new IOException(thrown))).failure()).as("wrapped")
            .isEqualTo(expected);
    }

    private static Throwable wrapped(Throwable outer, Throwable inner) {
        outer.initCause(inner);
        return outer;
    }
}
