package dev.sightglass.client.wats;

import dev.sightglass.client.wats.Answer.Failure;
import dev.sightglass.client.wats.Answer.Unanswered;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sorts the exceptions of the JDK's HTTP client. */
final class Failures {

    private Failures() {}

    static Unanswered timeout(Duration limit) {
        return new Unanswered(Failure.TIMEOUT, "no complete answer within " + limit.toMillis() + " ms");
    }

    /** The client wraps causes in causes; the innermost one that we know decides. */
    static Unanswered classify(ExecutionException failed) {
        var failure = Failure.RESET;
        for (@Nullable
        Throwable cause = failed; cause != null; cause = cause.getCause()) {
            failure = switch (cause) {
                case UnresolvedAddressException _ -> Failure.DNS;
                case UnknownHostException _ -> Failure.DNS;
                case HttpConnectTimeoutException _ -> Failure.CONNECT;
                case HttpTimeoutException _ -> Failure.TIMEOUT;
                case SSLException _ -> Failure.TLS;
                case ConnectException _ -> Failure.CONNECT;
                default -> failure;
            };
        }
        return new Unanswered(failure, String.valueOf(failed.getCause()));
    }
}
