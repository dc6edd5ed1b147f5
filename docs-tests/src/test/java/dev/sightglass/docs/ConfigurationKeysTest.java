package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Pages name keys that exist. That docs/configuration.md has every key with its default is checked where the keys are read. */
class ConfigurationKeysTest {

    private static final Pattern KEY = Pattern.compile("`(sightglass\\.[a-z][a-z0-9.*\\[\\]-]*)`");
    private static final Pattern VARIABLE = Pattern.compile("\\bSIGHTGLASS_[A-Z0-9_]*[A-Z0-9]");
    private static final Pattern ROW = Pattern.compile("\\| `(sightglass\\.[^`]+)` \\|.*");
    private static final Set<String> NOT_KEYS =
        Set.of("SIGHTGLASS_LOG_LEVEL", "SIGHTGLASS_LOG_FORMAT", "SIGHTGLASS_REQUIRE", "SIGHTGLASS_JAVA_OPTS");
    /** Files whose names begin like a key. */
    private static final Set<String> FILES = Set.of("sightglass.yml", "sightglass.yaml", "sightglass.jar");

    private static final Set<String> KEYS =
        Pages.page("docs/configuration.md").lines().stream().map(ROW::matcher).filter(row -> row.matches())
            .map(row -> row.group(1)).collect(Collectors.toSet());

    static Stream<Page> pages() {
        return Pages.all().stream().filter(page -> !page.name().equals("CHANGELOG.md"));
    }

    private static boolean isKey(String key) {
        var plain = key.replaceAll("\\[\\d+]", "[*]");
        return FILES.contains(plain) || KEYS.stream().anyMatch(known -> known.equals(plain)
            || known.startsWith(plain + ".") || known.startsWith(plain + "[")
            || plain.matches(Pattern.quote(known).replace(".*.", ".\\E[^.]+\\Q."))
            || (known.matches(".*\\.(arguments|outcomes)") && plain.startsWith(known + ".")));
    }

    private static boolean isVariable(String variable) {
        return NOT_KEYS.contains(variable) || KEYS.stream().map(key -> Pattern
            .quote(key.toUpperCase(Locale.ROOT).replace("[*]", "_*").replace('.', '_').replace('-', '_'))
            .replace("_*", "_\\E\\w+\\Q")).anyMatch(variable::matches);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyKeyInTheTextExists(Page page) {
        assertThat(page.prose().stream().flatMap(line -> KEY.matcher(line).results()).map(key -> key.group(1))
            .filter(key -> !isKey(key))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyVariableExists(Page page) {
        assertThat(page.lines().stream().flatMap(line -> VARIABLE.matcher(line).results()).map(found -> found.group())
            .filter(variable -> !isVariable(variable))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyKeyInAnExampleExists(Page page) {
        for (var fence : page.fences()) {
            if (fence.language().equals("yaml")) {
                for (var document : new Yaml().loadAll(fence.text())) {
                    if (document instanceof Map<?, ?> map && map.get("sightglass") instanceof Map<?, ?> ours) {
                        assertThat(flat("sightglass", ours)).as(page + ":" + fence.line())
                            .allMatch(ConfigurationKeysTest::isKey);
                    }
                }
            }
        }
    }

    private static List<String> flat(String prefix, Object value) {
        var keys = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> keys.addAll(flat(prefix + "." + key, inner)));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            list.forEach(inner -> keys.addAll(flat(prefix + "[*]", inner)));
        } else {
            keys.add(prefix);
        }
        return keys;
    }

    @Test
    void aWrongKeyWouldBeSeen() {
        assertThat(isKey("sightglass.wats.url")).isTrue();
        assertThat(isKey("sightglass.folders[0].path")).isTrue();
        assertThat(isKey("sightglass.health.checks.disk.interval")).isTrue();
        assertThat(isKey("sightglass.wats.uri")).isFalse();
        assertThat(isVariable("SIGHTGLASS_WATS_TOKEN_FILE")).isTrue();
        assertThat(isVariable("SIGHTGLASS_FOLDERS_0_PATH")).isTrue();
        assertThat(isVariable("SIGHTGLASS_WATS_TOKN")).isFalse();
    }
}
