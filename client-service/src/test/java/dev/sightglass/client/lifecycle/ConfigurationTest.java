package dev.sightglass.client.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @TempDir
    private Path root;

    private Map<String, Object> valid() throws Exception {
        return new HashMap<>(
            ServiceFixture.configuration(root, URI.create("http://127.0.0.1:1"), ServiceFixture.freePort()));
    }

    @ParameterizedTest
    @CsvSource({"sightglass.wats.tokn,sightglass.wats.token",
        "sightglass.upload.concurency,sightglass.upload.concurrency",
        "sightglass.folders[0].convertor,sightglass.folders[*].converter"})
    void anUnknownKeyStopsTheStartAndNamesTheNearest(String key, String meant) throws Exception {
        var values = valid();
        values.put(key, "x");

        assertThatThrownBy(() -> ServiceContext.start(Optional.empty(), values).close()).hasMessageContaining(key)
            .hasMessageContaining("did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"sightglass.upload.concurrency,0", "sightglass.queue.max-items,-1", "sightglass.wats.url,ftp://x",
        "sightglass.api.port,70000",
        "sightglass.folders[1].priority,11", "sightglass.cache.ttl,0s", "sightglass.convert.timeout,0s"})
    void aWrongValueStopsTheStartWithKeyAndValue(String key, String value) throws Exception {
        var values = valid();
        values.put(key, value);

        assertThatThrownBy(() -> ServiceContext.start(Optional.empty(), values).close()).rootCause()
            .hasMessageContaining(key).hasMessageContaining("Found: ");
    }

    @ParameterizedTest
    @CsvSource({"SIGHTGLASS_FOLDERS[1]PATH,true", "SIGHTGLASS_FOLDERS[1]ARGUMENTS_DELIMITER,true",
        "SIGHTGLASS_FOLDERS[1]PTH,false", "SIGHTGLASS_WATS_TOKN,false"})
    void aVariableForAPlaceInAListIsKnown(String variable, boolean known) throws Exception {
        var environment = PropertySource.of("environment", Map.of(variable, "x"),
            PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE, PropertySource.Origin.of("environment"));
        try (var context = ApplicationContext.builder().properties(valid()).propertySources(environment).build()) {
            context.start();

            assertThat(catchThrowable(() -> UnknownKeys.refuse(context)) == null).isEqualTo(known);
        }
    }

    @Test
    void aConverterThatDoesNotExistStopsTheStart() throws Exception {
        var values = valid();
        values.put("sightglass.folders[0].converter", "wsfj");

        assertThatThrownBy(() -> ServiceContext.start(Optional.empty(), values).close()).rootCause()
            .hasMessageContaining("wsfj")
            .hasMessageContaining("wsjf");
    }

    @Test
    void thePageListsEveryKeyWithTypeAndDefaultAndNoOther() throws Exception {
        try (var context = ApplicationContext.builder().properties(valid()).build()) {
            context.start();
            var declared = UnknownKeys.defaults(context);
            var rows = Pattern.compile("(?m)^\\| `(sightglass\\.[^`]+)` \\| (\\w+) \\|([^|]*)\\|")
                .matcher(Files.readString(PAGE)).results().toList();
            var types = rows.stream().collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
            var onPage =
                rows.stream().collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(3).strip()));

            assertThat(new TreeMap<>(types)).isEqualTo(new TreeMap<>(UnknownKeys.types(context)));
            assertThat(new TreeSet<>(onPage.keySet())).isEqualTo(new TreeSet<>(declared.keySet()));
            // a default that is made up at start, or by the constructor, is said in words
            declared.values().removeIf(value -> value.isEmpty() || value.contains("${"));
            assertThat(declared).hasSizeGreaterThan(25).allSatisfy((key, value) -> assertThat(onPage.get(key)).as(key)
                .isEqualToIgnoringCase("`" + value + "`"));
        }
    }
}
