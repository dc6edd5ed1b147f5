package dev.sightglass.deployment.image;

import com.github.dockerjava.api.model.HostConfig;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** How long the image takes from its start to ready, with and without the cache of the JVM in one run: {@code -Dtest=StartBench}. */
class StartBench {

    private static final int RUNS = 7;
    private static final Map<String, String> CASES =
        new TreeMap<>(Map.of("with the cache", "", "without", "-XX:AOTMode=off"));
    private static final Map<String, Consumer<HostConfig>> LIMITS =
        new TreeMap<>(Map.of("two processors", _ -> {},
            "one processor, 512 MB", host -> host.withNanoCPUs(1_000_000_000L).withMemory(512L << 20)));

    private record Start(long readyMillis, long processorMillis, long residentMegabytes) {}

    @Test
    void measure() throws Exception {
        var starts = new TreeMap<String, List<Start>>();
        try (var plant = new Plant()) {
            for (int run = 0; run < RUNS; run++) {
                for (var limit : LIMITS.entrySet()) {
                    for (var one : CASES.entrySet()) {
                        starts.computeIfAbsent(limit.getKey() + " | " + one.getKey(), _ -> new ArrayList<>())
                            .add(start(plant, one.getValue(), limit.getValue()));
                    }
                }
            }
        }
        starts.forEach((name, all) -> System.out.printf(Locale.ROOT, "| %s | %d ms | %d ms | %d MB |%n", name,
            median(all.stream().mapToLong(Start::readyMillis).toArray()),
            median(all.stream().mapToLong(Start::processorMillis).toArray()),
            median(all.stream().mapToLong(Start::residentMegabytes).toArray())));
        System.out.printf(Locale.ROOT, "image %d MB, its base %d MB%n", size(Images.SERVICE),
            size("eclipse-temurin:25-jre"));
    }

    private static Start start(Plant plant, String options, Consumer<HostConfig> limit) throws Exception {
        try (GenericContainer<?> service = plant.service().withEnv("SIGHTGLASS_JAVA_OPTS", options)
            .withCreateContainerCmdModifier(command -> limit.accept(Plant.host(command)))) {
            service.setWaitStrategy(new UntilReady());
            service.start();
            var ready = Instant.now();
            var begun = Instant.parse(service.getCurrentContainerInfo().getState().getStartedAt());
            var stat = service.execInContainer("cat", "/proc/1/stat").getStdout().split(" ");
            var resident =
                service.execInContainer("sh", "-c", "awk '/VmRSS/ {print $2}' /proc/1/status").getStdout().strip();
            long ticks = Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
            return new Start(Duration.between(begun, ready).toMillis(), ticks * 10, Long.parseLong(resident) / 1024);
        }
    }

    /** Asks every 10 ms: the usual strategy asks once a second. */
    private static final class UntilReady extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {
            var address =
                "http://" + waitStrategyTarget.getHost() + ":" + waitStrategyTarget.getMappedPort(Plant.MANAGEMENT);
            Awaits.often(() -> ((HttpURLConnection) URI.create(address + "/health/ready").toURL().openConnection())
                .getResponseCode() == 200);
        }
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static long size(String image) {
        var size = DockerClientFactory.instance().client().inspectImageCmd(image).exec().getSize();
        return Objects.requireNonNull(size) / 1_000_000;
    }
}
