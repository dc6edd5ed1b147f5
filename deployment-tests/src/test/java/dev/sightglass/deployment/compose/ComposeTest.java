package dev.sightglass.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sightglass.deployment.ServiceKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map.Entry;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told about the example without starting it. */
class ComposeTest {

    private static final Path FOLDER = Path.of("../examples/compose");

    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve(name).toFile());
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void everyVariableIsReadByTheService() throws Exception {
        assertThat(yaml("compose.yaml").at("/services/sightglass/environment").properties()).isNotEmpty()
            .extracting(Entry::getKey).allMatch(ServiceKeys::knowsVariable);
    }

    @Test
    void everyKeyIsReadByTheService() throws Exception {
        assertThat(ServiceKeys.in(yaml("sightglass.yml").path("sightglass"))).isNotEmpty().allMatch(ServiceKeys::knows);
    }

    @Test
    void whatIsMountedIsThere() throws Exception {
        assertThat(elements(yaml("compose.yaml").path("services")).flatMap(service -> elements(service.path("volumes")))
            .map(JsonNode::asText).filter(volume -> volume.startsWith("."))).isNotEmpty()
            .allSatisfy(volume -> assertThat(FOLDER.resolve(volume.substring(0, volume.indexOf(':')))).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sightglass", "wats"})
    void ourContainersAreRestricted(String service) throws Exception {
        var container = yaml("compose.yaml").path("services").path(service);

        assertThat(container.path("read_only").asBoolean()).isTrue();
        assertThat(container.at("/cap_drop/0").asText()).isEqualTo("ALL");
    }

    @Test
    void everyPortIsOfThisMachineOnly() throws Exception {
        assertThat(elements(yaml("compose.yaml").path("services")).flatMap(service -> elements(service.path("ports"))))
            .isNotEmpty().allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
    }
}
