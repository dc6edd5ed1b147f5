package dev.sightglass.monitoring.drill;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.sightglass.monitoring.Program;
import dev.sightglass.monitoring.Project;
import java.io.IOException;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;

/** What runs in containers: the images of the compose example, or those that its variables name, and a Prometheus 2. */
final class Images {

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Z_0-9]+):-([^}]+)}");

    private Images() {}

    /** Without an engine the drill is skipped with a line, or fails where SIGHTGLASS_REQUIRE asks for docker. */
    static void requireDocker() {
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if (!available && Program.isRequired("docker")) {
            throw new AssertionError("there is no Docker engine, and SIGHTGLASS_REQUIRE asks for docker");
        }
        assumeTrue(available, "there is no Docker engine, so there was no drill");
    }

    static String prometheus2() {
        return chosen("${PROMETHEUS_2_IMAGE:-prom/prometheus:v2.53.5}");
    }

    static String prometheus3() throws IOException {
        return ofExample("prometheus");
    }

    static String alertmanager() throws IOException {
        return ofExample("alertmanager");
    }

    private static String ofExample(String service) throws IOException {
        var compose = new ObjectMapper(new YAMLFactory()).readTree(Project.read("examples/compose/compose.yaml"));
        return chosen(compose.at("/services/" + service + "/image").asText());
    }

    private static String chosen(String variable) {
        var parts = DEFAULT.matcher(variable);
        if (!parts.matches()) {
            throw new IllegalStateException("no variable with a default: " + variable);
        }
        return System.getenv().getOrDefault(parts.group(1), parts.group(2));
    }
}
