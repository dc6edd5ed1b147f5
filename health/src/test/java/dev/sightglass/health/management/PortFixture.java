package dev.sightglass.health.management;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.HealthMonitor;
import dev.sightglass.metrics.MetricsCollector;
import io.netty.handler.ssl.SslContext;

/** A management port on its own, without Micronaut. Every part can be changed before it is opened. */
final class PortFixture implements AutoCloseable {

    final HealthMonitor monitor = new HealthMonitor();
    final List<ManagementEndpoint> more = new ArrayList<>();
    final List<String> answered = Collections.synchronizedList(new ArrayList<>());
    MetricsCollector metrics = MetricsCollector.create();
    String basePath = "";
    Credentials credentials = Credentials.NONE;
    DetailsVisibility details = DetailsVisibility.TRUSTED;
    @Nullable
    SslContext tls;
    ManagementSettings.Limits limits = ManagementSettings.Limits.DEFAULT;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable ManagementServer server;

    ManagementServer open() {
        var service =
            new ServiceInfo("fixture", new BuildInfo("1.2.3", null), GitInfo.UNKNOWN, "25", Instant.now(), "here", 1);
        var endpoints = new ArrayList<>(HealthEndpoints.of(monitor::report, service, details));
        endpoints.add(new InfoEndpoint(service, Instant::now));
        endpoints.add(new MetricsEndpoint(metrics));
        endpoints.addAll(more);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var settings = new ManagementSettings(address, basePath, credentials, tls, limits);
        var opened =
            new ManagementServer(settings, endpoints, (endpoint, status) -> answered.add(endpoint + " " + status));
        opened.start();
        server = opened;
        return opened;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> getBytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(running().uri() + path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    HttpClient client() {
        return client;
    }

    Socket socket() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), running().port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private ManagementServer running() {
        if (server == null) {
            throw new IllegalStateException("open() the port first");
        }
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        monitor.close();
        client.close();
    }
}
