package dev.sightglass.health.management;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sightglass.health.management.Exchanges.Answer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.stream.ChunkedStream;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;

/**
 * One connection: reads a request, writes its answer, reads the next. Whoever takes too long over either is cut off, so
 * that slow callers cannot collect here. Runs on one event loop only.
 */
final class ExchangeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger logger = LoggerFactory.getLogger(ExchangeHandler.class);
    private static final int LARGE = 64 * 1024;
    private static final int CHUNK = 16 * 1024;

    private final Exchanges exchanges;
    private final ManagementSettings.Limits limits;
    private final Queue<FullHttpRequest> waiting = new ArrayDeque<>();
    private boolean busy;
    private @Nullable Future<?> deadline;

    ExchangeHandler(Exchanges exchanges, ManagementSettings.Limits limits) {
        this.exchanges = exchanges;
        this.limits = limits;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        awaitRequest(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        // One at a time, so that answers keep the order of pipelined requests. One read bounds how many can wait.
        if (busy) {
            waiting.add(request.retain());
        } else {
            begin(context, request);
        }
    }

    private void begin(ChannelHandlerContext context, FullHttpRequest request) {
        busy = true;
        closeAfter(context, limits.delivery());
        if (request.decoderResult().isFailure()) {
            var answer = new Answer("other", ManagementResponse.problem(400, "not a request that can be read"));
            send(context, answer, false, false);
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        boolean headersOnly = request.method().equals(HttpMethod.HEAD);
        exchanges.answer(request).thenAccept(answer -> {
            if (context.executor().inEventLoop()) {
                send(context, answer, keepAlive, headersOnly);
            } else {
                context.executor().execute(() -> send(context, answer, keepAlive, headersOnly));
            }
        });
    }

    private void send(ChannelHandlerContext context, Answer proposed, boolean keepAlive, boolean headersOnly) {
        var body = proposed.response().body();
        boolean large = body.length > LARGE && !headersOnly;
        boolean affordable = !large || exchanges.budget().take(body);
        var answer = affordable ? proposed : new Answer(proposed.endpoint(), Exchanges.busy());
        exchanges.answered(answer, context.channel());
        ChannelFuture written;
        if (large && affordable) {
            written = writeInChunks(context, answer, keepAlive);
            written.addListener(_ -> exchanges.budget().giveBack(body));
        } else {
            written = writeAtOnce(context, answer, keepAlive, headersOnly);
        }
        written.addListener(done -> {
            if (done.isSuccess() && keepAlive) {
                awaitRequest(context);
            } else {
                var _ = context.close();
            }
        });
    }

    /** Only as much is buffered for the reader as the water mark allows, with TLS too. */
    private static ChannelFuture writeInChunks(ChannelHandlerContext context, Answer answer, boolean keepAlive) {
        var response = answer.response();
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        setHeaders(head, response, keepAlive);
        var _ = context.write(head);
        var body = new ChunkedStream(new ByteArrayInputStream(response.body()), CHUNK);
        return context.writeAndFlush(new HttpChunkedInput(body));
    }

    private static ChannelFuture writeAtOnce(ChannelHandlerContext context, Answer answer, boolean keepAlive,
        boolean headersOnly) {
        var response = answer.response();
        var content = headersOnly ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(response.body());
        var whole = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()),
            content);
        setHeaders(whole, response, keepAlive);
        return context.writeAndFlush(whole);
    }

    private static void setHeaders(HttpResponse message, ManagementResponse response, boolean keepAlive) {
        var headers = message.headers();
        response.headers().forEach(headers::set);
        headers.set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
    }

    private void awaitRequest(ChannelHandlerContext context) {
        busy = false;
        closeAfter(context, limits.nextRequest());
        if (waiting.isEmpty()) {
            context.read();
        } else {
            // Not from here: a long pipeline would nest as deep as it is long.
            context.executor().execute(() -> beginWaiting(context));
        }
    }

    private void beginWaiting(ChannelHandlerContext context) {
        var request = waiting.poll();
        if (request != null) {
            begin(context, request);
            request.release();
        }
    }

    private void closeAfter(ChannelHandlerContext context, Duration patience) {
        cancelDeadline();
        deadline = context.executor().schedule(() -> {
            var _ = context.close();
        }, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // Resets, failed handshakes and garbage from scanners are the callers' business.
        logger.debug("Management connection from {} ended", context.channel().remoteAddress(), cause);
        var _ = context.close();
    }
}
