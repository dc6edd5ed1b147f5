package dev.sightglass.health.management;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sightglass.health.local.LocalHttp;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * The management port. It shares no thread with the application, so that it answers while everything else is stuck, and
 * until the very end.
 */
public final class ManagementServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ManagementServer.class);
    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 2;
    private static final int WAITING_WORK = 32;
    private static final int BACKLOG = 512;
    private static final int WARM_UP_ROUNDS = 25;
    private static final List<String> WARM_UP_PATHS =
        List.of("/health", "/health/live", "/health/ready", "/health/started");
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(5);
    private static final WriteBufferWaterMark BUFFERED_PER_READER = new WriteBufferWaterMark(16 * 1024, 64 * 1024);

    private final ManagementSettings settings;
    private final Exchanges exchanges;
    private final ConnectionSetup connections;
    private final ExecutorService worker;
    private @Nullable EventLoopGroup eventLoops;
    private @Nullable Channel channel;

    /**
     * A server that does not listen yet.
     *
     * @param settings where and how
     * @param endpoints what to serve; later ones take the place of earlier ones with the same path
     * @param listener hears of every answer
     */
    public ManagementServer(ManagementSettings settings, List<ManagementEndpoint> endpoints,
        RequestListener listener) {
        this.settings = settings;
        this.worker = new ThreadPoolExecutor(WORKERS, WORKERS, 30, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_WORK),
            Thread.ofPlatform().daemon().name("management-worker-", 0).factory());
        var router = new Router(settings.basePath(), endpoints);
        router.paths().forEach(listener::serves);
        this.exchanges = new Exchanges(settings, router, listener, worker);
        this.connections = new ConnectionSetup(settings, exchanges);
    }

    /**
     * Listens. A second call does nothing.
     *
     * @throws IllegalStateException if the address cannot be had; the message names it and what to do
     */
    public synchronized void start() {
        if (channel != null) {
            return;
        }
        eventLoops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, new DefaultThreadFactory("management", true),
            NioIoHandler.newFactory());
        var bound = new ServerBootstrap().group(eventLoops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, BUFFERED_PER_READER)
            .childHandler(connections)
            .bind(settings.address())
            .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalStateException("management port: cannot listen on " + settings.address()
                + ". Choose another with sightglass.metrics.port (0 for any free one, -1 for none) or another address "
                + "with sightglass.management.bind.", bound.cause());
        }
        channel = bound.channel();
        logger.info("Health and metrics on {}", uri());
    }

    /**
     * Asks itself for every probe until all code on the way has been loaded and run some times, so that the first one
     * who asks does not wait for that. These answers are not reported to the listener.
     *
     * @throws IOException if the port does not answer
     */
    public void warmUp() throws IOException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (var path : WARM_UP_PATHS) {
                LocalHttp.get(URI.create(uri() + path), WARM_UP_PATIENCE, exchanges::ignoreCallerAt);
            }
        }
        exchanges.ignoreNobody();
    }

    /**
     * The port that it listens on.
     *
     * @return the port; the real one when 0 was asked for
     * @throws IllegalStateException if it does not listen
     */
    public synchronized int port() {
        if (channel == null) {
            throw new IllegalStateException("management port: not listening. Call start() first.");
        }
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /**
     * Where a caller on this machine finds it.
     *
     * @return scheme, host, port and base path
     * @throws IllegalStateException if it does not listen
     */
    public URI uri() {
        var scheme = settings.tls() == null ? "http" : "https";
        var address = settings.address().getAddress();
        var host = address == null || address.isAnyLocalAddress() ? "localhost" : settings.address().getHostString();
        var literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + literal + ":" + port() + settings.basePath());
    }

    /** Stops listening and closes every connection, within three seconds. It cannot be started again. */
    @Override
    public synchronized void close() {
        if (channel != null) {
            channel.close().awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
            channel = null;
        }
        connections.close().awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
        if (eventLoops != null) {
            eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(TimeUnit.SECONDS.toMillis(1));
            eventLoops = null;
        }
        worker.shutdownNow();
    }
}
