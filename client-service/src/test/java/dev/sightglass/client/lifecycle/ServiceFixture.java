package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running service with a drop folder for each format, and its simulated server. */
public final class ServiceFixture implements AutoCloseable {

    static final List<String> FORMATS = List.of("wsjf", "wsxf", "wstf", "csv", "atml");
    static final String TOKEN = "dGVzdDp0ZXN0";

    private final Path root;
    private WatsSimulator simulator =
        WatsSimulator.start(SimulatorOptions.defaults().withPort(0).withToken(TOKEN));
    private final ServiceContext service;
    private final int managementPort;
    private final HttpClient http = HttpClient.newHttpClient();

    public ServiceFixture(Path root) throws IOException {
        this(root, Map.of());
    }

    ServiceFixture(Path root, Map<String, Object> more) throws IOException {
        this.root = root;
        this.managementPort = freePort();
        var configuration = new HashMap<>(configuration(root, simulator.url(), managementPort));
        configuration.putAll(more);
        this.service = ServiceContext.start(Optional.empty(), configuration);
    }

    void takeServerAway() {
        simulator.close();
    }

    void bringServerBack() {
        simulator =
            WatsSimulator.start(SimulatorOptions.defaults().withPort(simulator.url().getPort()).withToken(TOKEN));
    }

    static Map<String, Object> configuration(Path root, URI server, int managementPort) throws IOException {
        var values =
            new HashMap<String, Object>(Map.of("sightglass.wats.url", server.toString(), "sightglass.wats.token", TOKEN,
                "sightglass.station.location", "Test hall", "sightglass.data-dir", root.resolve("data").toString(),
                "sightglass.api.port", 0, "sightglass.upload.rate-limit", "none",
                "sightglass.metrics.port", managementPort));
        for (int folder = 0; folder < FORMATS.size(); folder++) {
            var path = Files.createDirectories(root.resolve(FORMATS.get(folder)));
            values.put("sightglass.folders[" + folder + "].path", path.toString());
            values.put("sightglass.folders[" + folder + "].converter", FORMATS.get(folder));
            values.put("sightglass.folders[" + folder + "].quiet", "50ms");
        }
        return values;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public WatsSimulator simulator() {
        return simulator;
    }

    public Path folder(String format) {
        return root.resolve(format);
    }

    public Path drop(String format, String name, byte[] content) throws IOException {
        return Files.write(folder(format).resolve(name), content);
    }

    /** Waits until a file is in {@code Error}, and returns its reason. */
    String refusal(String format, String name) throws IOException {
        var reason = folder(format).resolve("Error").resolve(name + ".reason.json");
        // the file moves last: until then its place in Error is reserved, and the sheet is being written
        await().untilAsserted(() -> assertThat(folder(format).resolve(name)).doesNotExist());
        assertThat(folder(format).resolve("Error").resolve(name)).exists();
        return Files.readString(reason);
    }

    void awaitDelivered(long reports) {
        await().untilAsserted(() -> assertThat(simulator.reports()).isEqualTo(reports));
    }

    /** Where the API is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    public HttpResponse<String> api(String path) throws IOException, InterruptedException {
        return get(service.port(), path);
    }

    HttpResponse<String> management(String path) throws IOException, InterruptedException {
        return get(managementPort, path);
    }

    public HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
    }

    void stop() {
        service.close();
    }

    @Override
    public void close() {
        service.close();
        simulator.close();
        http.shutdownNow();
    }
}
