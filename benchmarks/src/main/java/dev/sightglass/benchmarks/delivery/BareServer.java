package dev.sightglass.benchmarks.delivery;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * The least that can answer a probe: the same library, two threads, and a fixed answer, in a process of its own. What probes of it take from
 * the machine is the price of the client and the wire, and what probes of the service take beyond that is the service's.
 */
@Sharable
final class BareServer extends SimpleChannelInboundHandler<HttpRequest> {

    private static final int EVENT_LOOPS = 2;

    static Process start(int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-cp",
            System.getProperty("java.class.path"), BareServer.class.getName(), Integer.toString(port))).inheritIO()
            .start();
    }

    public static void main(String[] arguments) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var answers = new BareServer();
        new ServerBootstrap().group(new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory()))
            .channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel connection) {
                    connection.pipeline().addLast(new HttpServerCodec(), answers);
                }
            })
            .bind(address)
            .syncUninterruptibly();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        var _ = context.writeAndFlush(answer, context.voidPromise());
    }

    /** A client that has enough resets its connections. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var _ = context.close();
    }
}
