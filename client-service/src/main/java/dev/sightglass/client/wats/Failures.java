package dev.sightglass.client.wats;

import dev.sightglass.client.wats.Answer.Failure;
import dev.sightglass.client.wats.Answer.Unanswered;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sorts the exceptions of the JDK's HTTP client. */
final class Failures {

    private Failures() {}

    static Unanswered late(Duration limit, boolean begun) {
        return begun
            ? new Unanswered(Failure.HALF_OPEN, "an answer began and did not end within " + limit.toMillis() + " ms")
            : new Unanswered(Failure.TIMEOUT, "no answer within " + limit.toMillis() + " ms");
    }

    /** The client wraps causes in causes; the innermost one that we know decides. What we do not know is a connection that broke. */
    static Unanswered classify(ExecutionException failed) {
        var failure = Failure.RESET;
        for (@Nullable
        Throwable cause = failed; cause != null; cause = cause.getCause()) {
            failure = refine(failure, cause);
        }
        return new Unanswered(failure, String.valueOf(failed.getCause()));
    }

    private static Failure refine(Failure soFar, Throwable cause) {
        return switch (cause) {
            case UnresolvedAddressException _ -> Failure.DNS;
            case UnknownHostException _ -> Failure.DNS;
            case HttpConnectTimeoutException _ -> Failure.CONNECT;
            case ConnectException _ -> Failure.CONNECT;
            case NoRouteToHostException _ -> Failure.CONNECT;
            case HttpTimeoutException _ -> Failure.TIMEOUT;
            case SocketTimeoutException _ -> Failure.TIMEOUT;
            case SSLException _ -> Failure.TLS;
            case ProtocolException _ -> Failure.PROTOCOL;
            case EOFException _ -> broken(soFar);
            case SocketException _ -> broken(soFar);
            case ClosedChannelException _ -> broken(soFar);
            default -> soFar;
        };
    }

    /** A connection that breaks during a handshake is no judgement on a certificate. */
    private static Failure broken(Failure soFar) {
        return soFar == Failure.TLS ? Failure.RESET : soFar;
    }
}
