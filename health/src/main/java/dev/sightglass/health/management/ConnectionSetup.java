package dev.sightglass.health.management;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.stream.ChunkedWriteHandler;

/** Lines up the handlers of a new connection, and turns away what is too many. */
final class ConnectionSetup extends ChannelInitializer<SocketChannel> {

    private static final int MAX_REQUEST_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_REQUEST_BODY = 1024;

    private final ManagementSettings settings;
    private final Exchanges exchanges;
    private final AtomicInteger connections = new AtomicInteger();

    ConnectionSetup(ManagementSettings settings, Exchanges exchanges) {
        this.settings = settings;
        this.exchanges = exchanges;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (connections.incrementAndGet() > settings.limits().connections()) {
            connections.decrementAndGet();
            var _ = channel.close();
            return;
        }
        channel.closeFuture().addListener(_ -> connections.decrementAndGet());
        var pipeline = channel.pipeline();
        var tls = settings.tls();
        if (tls != null) {
            pipeline.addLast(tls.newHandler(channel.alloc()));
        }
        pipeline.addLast(new HttpServerCodec(new HttpDecoderConfig().setMaxInitialLineLength(MAX_REQUEST_LINE)
            .setMaxHeaderSize(MAX_HEADERS)));
        pipeline.addLast(new HttpObjectAggregator(MAX_REQUEST_BODY, true));
        pipeline.addLast(new ChunkedWriteHandler());
        pipeline.addLast(new ExchangeHandler(exchanges, settings.limits()));
    }
}
