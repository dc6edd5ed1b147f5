package dev.sightglass.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server on this machine, and spoils what the server says, byte by byte. */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private volatile Fault usual = Fault.none();

    /**
     * What becomes of the server's bytes on one connection.
     *
     * @param delay before the first of them
     * @param after how many of them the connection ends; {@link Long#MAX_VALUE} for none
     * @param end how it ends
     * @param pause after each byte
     */
    public record Fault(Duration delay, long after, End end, Duration pause) {

        public enum End {
            /** With a TCP reset. */
            RESET,
            /** In order, though too early. */
            CLOSE,
            /** Not at all: nothing comes any more, and nobody says so. */
            SILENCE
        }

        public static Fault none() {
            return new Fault(Duration.ZERO, Long.MAX_VALUE, End.RESET, Duration.ZERO);
        }

        public static Fault ends(End end, long after) {
            return new Fault(Duration.ZERO, after, end, Duration.ZERO);
        }

        public static Fault latency(Duration delay) {
            return new Fault(delay, Long.MAX_VALUE, End.RESET, Duration.ZERO);
        }

        public static Fault trickle(Duration pause) {
            return new Fault(Duration.ZERO, Long.MAX_VALUE, End.RESET, pause);
        }
    }

    public TcpProxy(int target) throws IOException {
        this(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
    }

    /** On a listener of the caller's, such as one that speaks TLS. */
    public TcpProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
        Thread.ofVirtual().name("proxy-accept").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The next connection without a fault of its own gets this one. */
    public void next(Fault fault) {
        faults.add(fault);
    }

    /** Connections that no fault was meant for get this one. */
    public void usually(Fault fault) {
        usual = fault;
    }

    public int faultsLeft() {
        return faults.size();
    }

    /** Bytes of the server's that went through so far. */
    public long answered() {
        return answered.get();
    }

    public long connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                connections.incrementAndGet();
                var own = faults.poll();
                Thread.ofVirtual().name("proxy").start(() -> serve(client, own == null ? usual : own));
            } catch (IOException _) {
                // the listener was closed, or one client went away early
            }
        }
    }

    private void serve(Socket client, Fault fault) {
        try (client; var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().name("proxy-up").start(() -> copy(client, server));
            spoil(server.getInputStream(), client.getOutputStream(), fault);
            switch (fault.end()) {
                case RESET -> client.setSoLinger(true, 0);
                case CLOSE -> client.shutdownOutput();
                case SILENCE -> closed.await();
            }
        } catch (IOException _) {
            // one side went away
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void spoil(InputStream from, OutputStream to, Fault fault) throws IOException, InterruptedException {
        for (long passed = 0; passed < fault.after(); passed++) {
            int next = from.read();
            if (next < 0) {
                return;
            }
            pause(passed == 0 ? fault.delay() : fault.pause());
            to.write(next);
            to.flush();
            answered.incrementAndGet();
        }
        // the server's whole answer is there, so that what the client misses was said
        int _ = from.read();
    }

    private void pause(Duration time) throws InterruptedException {
        boolean _ = time.isPositive() && closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // the connection is over in this direction
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
