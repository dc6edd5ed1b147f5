package dev.sightglass.health.management;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.concurrent.ImmediateEventExecutor;

/** Lines up the handlers of a new connection, and turns away what is too many. */
final class ConnectionSetup extends ChannelInitializer<SocketChannel> {

    private static final int MAX_REQUEST_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_REQUEST_BODY = 1024;

    private final ManagementSettings settings;
    private final Exchanges exchanges;
    // Stays closed: a connection that is taken while the others are closed is closed with them. An event loop that ends
    // would forget it and leave its caller waiting.
    private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);

    ConnectionSetup(ManagementSettings settings, Exchanges exchanges) {
        this.settings = settings;
        this.exchanges = exchanges;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        connections.add(channel);
        if (connections.size() > settings.limits().connections()) {
            var _ = channel.close();
            return;
        }
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

    /** Closes every connection, and each one that comes later. */
    ChannelGroupFuture close() {
        return connections.close();
    }
}
