package dev.sightglass.deployment.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A network with a simulated WATS server, into which services are put as strictly as Kubernetes would. */
final class Plant implements AutoCloseable {

    static final int API = 8080;
    static final int MANAGEMENT = 9090;

    private static final int SIMULATOR = 8090;
    static final String TOKEN = "c2VjcmV0";
    /** Of no user in the image, as OpenShift gives them out. */
    private static final String RANDOM_USER = "1000650001:0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Network network = Network.newNetwork();
    private final GenericContainer<?> simulator;
    private final HttpClient http = HttpClient.newHttpClient();

    Plant() {
        Images.build();
        simulator = new GenericContainer<>(DockerImageName.parse(Images.SIMULATOR)).withNetwork(network)
            .withNetworkAliases("wats").withExposedPorts(SIMULATOR).withCommand("--token", TOKEN, "--quiet")
            .waitingFor(Wait.forHttp("/simulator/state").forPort(SIMULATOR));
        simulator.start();
    }

    /** A service that is not started yet: any uid, read-only root, no capability, no new privileges. */
    GenericContainer<?> service() {
        return new GenericContainer<>(DockerImageName.parse(Images.SERVICE)).withNetwork(network)
            .withExposedPorts(API, MANAGEMENT).withEnv("SIGHTGLASS_WATS_URL", "http://wats:" + SIMULATOR)
            .withEnv("SIGHTGLASS_WATS_TOKEN", TOKEN).withTmpFs(Map.of("/tmp", "rw", "/drop", "rw,mode=1777"))
            .withCreateContainerCmdModifier(command -> {
                command.withUser(RANDOM_USER);
                host(command).withReadonlyRootfs(true).withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"));
            }).waitingFor(Wait.forHttp("/health/ready").forPort(MANAGEMENT).withStartupTimeout(PATIENCE));
    }

    /** Mounts a folder of this machine. Not by Testcontainers' own means, which would try it out with an image that must be fetched. */
    static void mount(GenericContainer<?> container, Path folder, String target, AccessMode mode) {
        container.withCreateContainerCmdModifier(command -> {
            var host = host(command);
            var before = host.getBinds() == null ? new Bind[0] : host.getBinds();
            var all = Arrays.copyOf(before, before.length + 1);
            all[before.length] = new Bind(folder.toString(), new Volume(target), mode);
            host.withBinds(all);
        });
    }

    static HostConfig host(CreateContainerCmd command) {
        return Objects.requireNonNull(command.getHostConfig());
    }

    /** A report that the server takes. */
    static String report(UUID id) {
        return """
               {"type":"T","id":"%s","pn":"PN-1","sn":"%s","rev":"A","processCode":10,"result":"P","machineName":"bench-3",
                "location":"Oslo","purpose":"Production","start":"2026-03-02T09:15:00.000+01:00","startUTC":"2026-03-02T08:15:00.000Z",
                "uut":{"user":"anna","execTime":1.5},"root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P",
                "seqCall":{"path":"main.seq","name":"main.seq","version":"1.0"},"steps":[]}}"""
            .formatted(id, id);
    }

    HttpResponse<String> get(GenericContainer<?> container, int port, String path) {
        return send(HttpRequest.newBuilder(uri(container, port, path)).GET());
    }

    HttpResponse<String> post(GenericContainer<?> container, String path, String body) {
        return send(HttpRequest.newBuilder(uri(container, API, path)).POST(BodyPublishers.ofString(body)));
    }

    /** How the simulated server stands. */
    JsonNode server() {
        return json(get(simulator, SIMULATOR, "/simulator/state"));
    }

    /** Makes the simulated server misbehave, as its README describes. */
    void fault(String json) {
        send(HttpRequest.newBuilder(uri(simulator, SIMULATOR, "/simulator/faults")).PUT(BodyPublishers.ofString(json)));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException wrong) {
            throw new AssertionError("no JSON: " + response.body(), wrong);
        }
    }

    private static URI uri(GenericContainer<?> container, int port, String path) {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port) + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("no answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        simulator.stop();
        network.close();
        http.close();
    }
}
