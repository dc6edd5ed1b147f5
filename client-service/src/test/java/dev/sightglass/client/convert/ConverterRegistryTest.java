package dev.sightglass.client.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConverterRegistryTest {

    private static final String SERVICE = "META-INF/services/" + Converter.class.getName();

    @TempDir
    private Path temp;
    @TempDir
    private Path sourceFolder;

    @Test
    void knowsTheBuiltInFormats() {
        try (var registry = ConverterRegistry.load(temp.resolve("nowhere"))) {
            assertThat(registry.all()).extracting(Converter::name).contains("wsjf", "wsxf").isSorted();
            assertThat(registry.failures()).isEmpty();
        }
    }

    @Test
    void loadsAConverterFromAJarThatIsDroppedIn() throws IOException {
        jar("bench.jar", converter("BenchConverter", "bench", "1.4.0", "return \"mine\";"));
        try (var registry = ConverterRegistry.load(temp)) {
            var bench = registry.get("bench");
            assertThat(bench.version()).isEqualTo("1.4.0");
            assertThat(
                bench.probe(new Source("a", new byte[0], Instant.EPOCH), Arguments.read(List.of(), Map.of())).reason())
                .isEqualTo("mine");
            assertThat(bench.getClass().getClassLoader()).isNotSameAs(getClass().getClassLoader());
        }
    }

    @Test
    void keepsTheClassesOfTwoJarsApart() throws IOException {
        jar("one.jar", converter("SameConverter", "one", "1.0.0", "return \"1\";"));
        jar("two.jar", converter("SameConverter", "two", "1.0.0", "return \"2\";"));
        try (var registry = ConverterRegistry.load(temp)) {
            assertThat(registry.get("one").getClass()).isNotEqualTo(registry.get("two").getClass());
        }
    }

    @Test
    void leavesOutWhatIsBrokenAndSaysWhy() throws IOException {
        Files.writeString(temp.resolve("text.jar"), "not a jar");
        zip("empty.jar", Map.of());
        zip("missing.jar", Map.of(SERVICE, "gone.Converter".getBytes(StandardCharsets.UTF_8)));
        zip("garbage.jar", Map.of(SERVICE, "not a class name!".getBytes(StandardCharsets.UTF_8)));
        jar("thrower.jar", converter("ThrowingConverter", "thrower", "1.0.0", "return \"\";")
            .replace("public String name()",
                "public ThrowingConverter() { throw new IllegalStateException(\"tripped\"); }"
                    + " public String name()"));
        jar("badname.jar", converter("LoudConverter", "LOUD NAME", "1.0.0", "return \"\";"));
        jar("good.jar", converter("GoodConverter", "good", "1.0.0", "return \"\";"));
        try (var registry = ConverterRegistry.load(temp)) {
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.failures())
                .extracting(failure -> String.valueOf(Path.of(failure.origin()).getFileName()))
                .containsExactly("badname.jar", "empty.jar", "garbage.jar", "missing.jar", "text.jar", "thrower.jar");
            assertThat(registry.failures().toString()).contains("LOUD NAME", "gone.Converter", "tripped", SERVICE);
        }
    }

    @Test
    void refusesTwoConvertersOfOneNameAndNamesBoth() throws IOException {
        jar("copy.jar", converter("WsjfCopy", "wsjf", "9.0.0", "return \"\";"));
        assertThatThrownBy(() -> ConverterRegistry.load(temp)).isInstanceOf(ConverterException.class)
            .hasMessageContaining("'wsjf'").hasMessageContaining("copy.jar").hasMessageContaining("the class path");
    }

    @Test
    void saysWhichConverterIsMeant() {
        try (var registry = ConverterRegistry.load(temp)) {
            assertThatThrownBy(() -> registry.get("wsfj")).hasMessageContaining("Did you mean 'wsjf'?")
                .hasMessageContaining("Known: ").hasMessageContaining("wsxf");
            assertThatThrownBy(() -> registry.get("something-else")).hasMessageNotContaining("Did you mean");
        }
    }

    private static String converter(String type, String name, String version, String reason) {
        return """
               package %1$s;
               import dev.sightglass.converter.*;
               import java.util.List;
               public final class %2$s implements Converter {
                   public String name() { return "%3$s"; }
                   public String version() { return "%4$s"; }
                   public String description() { return "compiled in a test"; }
                   public List<String> patterns() { return List.of("*.bench"); }
                   public Confidence probe(Source source, Arguments arguments) { return new Confidence(1, reason()); }
                   private static String reason() { %5$s }
                   public ConversionResult convert(Source source, ConversionContext context) {
                       return new ConversionResult.Skipped("compiled in a test");
                   }
               }
               """.formatted("station", type, name, version, reason);
    }

    /** Compiles the one class of the source and packs it with its service file. */
    private void jar(String jarName, String source) throws IOException {
        var type = source.replaceFirst("(?s).*public final class (\\w+).*", "$1");
        var sources = Files.createDirectory(sourceFolder.resolve(jarName));
        var file = Files.writeString(sources.resolve(type + ".java"), source);
        var messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-proc:none", "-d", sources.toString(), "-cp", System.getProperty("java.class.path"));
            var compiled =
                compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        zip(jarName,
            Map.of(SERVICE, ("station." + type).getBytes(StandardCharsets.UTF_8), "station/" + type + ".class",
                Files.readAllBytes(sources.resolve("station").resolve(type + ".class"))));
    }

    private void zip(String jarName, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(temp.resolve(jarName)); var jar = new JarOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
    }
}
