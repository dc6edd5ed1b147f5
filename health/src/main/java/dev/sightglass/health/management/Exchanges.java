package dev.sightglass.health.management;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;

/** From a request to its answer, without a thought about how either travels. */
final class Exchanges {

    private static final Logger logger = LoggerFactory.getLogger(Exchanges.class);
    private static final String UNKNOWN_PATH = "other";
    /** More than the longest request line can hold: none may be dropped silently. */
    private static final int MAX_PARAMETERS = 16 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final Credentials credentials;
    private final Router router;
    private final RequestListener listener;
    private final Executor worker;
    private final String basePath;
    private final DeliveryBudget budget;
    private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();

    Exchanges(ManagementSettings settings, Router router, RequestListener listener, Executor worker) {
        this.credentials = settings.credentials();
        this.basePath = settings.basePath();
        this.budget = new DeliveryBudget(settings.limits().bytesOnTheirWay());
        this.router = router;
        this.listener = listener;
        this.worker = worker;
    }

    /** The warm-up is no business of metrics. */
    void ignoreCallerAt(int port) {
        ownPorts.add(port);
    }

    void ignoreNobody() {
        ownPorts.clear();
    }

    private boolean isIgnored(Channel channel) {
        return !ownPorts.isEmpty() && channel.remoteAddress() instanceof InetSocketAddress remote
            && channel.localAddress() instanceof InetSocketAddress local && ownPorts.contains(remote.getPort())
            && remote.getAddress().equals(local.getAddress());
    }

    DeliveryBudget budget() {
        return budget;
    }

    CompletionStage<Answer> answer(HttpRequest request) {
        try {
            return answer(request, new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8, true, MAX_PARAMETERS));
        } catch (IllegalArgumentException broken) {
            return now(UNKNOWN_PATH, ManagementResponse.problem(BAD_REQUEST, "a target that cannot be decoded"));
        }
    }

    private CompletionStage<Answer> answer(HttpRequest request, QueryStringDecoder target) {
        var endpoint = router.find(target.path());
        if (endpoint == null) {
            return now(UNKNOWN_PATH, ManagementResponse.problem(NOT_FOUND, "no such path"));
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return now(endpoint.path(),
                ManagementResponse.problem(METHOD_NOT_ALLOWED, "only GET and HEAD", Map.of("Allow", "GET, HEAD")));
        }
        boolean trusted = credentials.admit(request.headers().get("Authorization"));
        if (!trusted && !endpoint.isOpen()) {
            return now(endpoint.path(), ManagementResponse.problem(UNAUTHORIZED, "credentials are needed",
                Map.of("WWW-Authenticate", credentials.challenge())));
        }
        var question = new ManagementRequest(target.path().substring(basePath.length()), target.parameters(), trusted,
            name -> request.headers().get(name));
        return ask(endpoint, question).handle((response, failure) -> new Answer(endpoint.path(),
            failure == null ? response : failed(endpoint, failure)));
    }

    /** Called once for each answer, whatever became of its delivery. */
    void answered(Answer answer, Channel channel) {
        if (isIgnored(channel)) {
            return;
        }
        try {
            listener.answered(answer.endpoint, answer.response.status());
        } catch (RuntimeException failure) {
            logger.warn("A listener to management requests failed; the request was answered", failure);
        }
    }

    private CompletionStage<ManagementResponse> ask(ManagementEndpoint endpoint, ManagementRequest request) {
        try {
            return endpoint.answer(request, worker);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static ManagementResponse failed(ManagementEndpoint endpoint, Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause()
            : failure;
        return switch (cause) {
            case RejectedExecutionException _ -> busy();
            case BadRequestException wrong -> ManagementResponse.problem(BAD_REQUEST, wrong.title());
            default -> {
                logger.error("{} could not be answered; the caller got 500", endpoint.path(), cause);
                yield ManagementResponse.problem(SERVER_ERROR, "the log has the reason");
            }
        };
    }

    static ManagementResponse busy() {
        return ManagementResponse.problem(UNAVAILABLE, "too many large answers are under way",
            Map.of("Retry-After", "1"));
    }

    private static CompletionStage<Answer> now(String endpoint, ManagementResponse response) {
        return CompletableFuture.completedFuture(new Answer(endpoint, response));
    }

    /** An answer, and the endpoint that it counts for. */
    record Answer(String endpoint, ManagementResponse response) {}
}
