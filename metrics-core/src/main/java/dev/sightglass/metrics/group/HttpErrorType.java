package dev.sightglass.metrics.group;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;

/**
 * Why a call went wrong, in a bounded number of words.
 *
 * @since 0.1.0
 */
public enum HttpErrorType {
    /** No answer in time, at any stage. */
    TIMEOUT,
    /** No connection: refused, unreachable. */
    CONNECT,
    /** The host's name did not resolve. */
    DNS,
    /** The TLS handshake or a certificate failed. */
    TLS,
    /** The connection broke while in use. */
    RESET,
    /** The peer did not speak HTTP as it should. */
    PROTOCOL,
    /** The caller gave up. */
    CANCELLED,
    /** An answer of 400 to 499. */
    CLIENT_ERROR,
    /** An answer of 500 to 599. */
    SERVER_ERROR,
    /** Anything else. */
    OTHER;

    private static final int DEEPEST_CAUSE = 8;

    /**
     * Judges a failure by its class and the classes of its causes, never by its message.
     *
     * @param failure what the client threw
     * @return the type of the outermost cause that is understood, or {@link #OTHER}
     */
    public static HttpErrorType of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            HttpErrorType type = ofOne(cause);
            if (type != OTHER) {
                return type;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    private static HttpErrorType ofOne(Throwable failure) {
        if (failure instanceof CancellationException || failure instanceof InterruptedException) {
            return CANCELLED;
        }
        // Every client has its own time-out classes, of which this library can load none; their names agree.
        if (failure.getClass().getSimpleName().endsWith("TimeoutException")) {
            return TIMEOUT;
        }
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return DNS;
        }
        if (failure instanceof SSLException) {
            return TLS;
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return CONNECT;
        }
        if (failure instanceof ProtocolException) {
            return PROTOCOL;
        }
        return isBroken(failure) ? RESET : OTHER;
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof SocketException || failure instanceof EOFException
            || failure instanceof ClosedChannelException;
    }
}
