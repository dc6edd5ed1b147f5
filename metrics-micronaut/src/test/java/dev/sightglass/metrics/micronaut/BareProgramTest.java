package dev.sightglass.metrics.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareProgramTest {
    private static final Pattern OPTIONAL = Pattern
        .compile(".*(test-classes|micronaut-http|netty|reactor|micrometer|micronaut-router).*");
    private static final String PROGRAM =
        """
        import dev.sightglass.metrics.MetricsCollector;
        import dev.sightglass.metrics.exposition.Format;
        import io.micronaut.context.ApplicationContext;

        void main() throws Exception {
            try (var context = ApplicationContext.run()) {
                context.getBean(MetricsCollector.class).write(Format.TEXT, System.out);
            }
        }
        """;

    @Test
    void startsWithoutHttpReactorAndMicrometer(@TempDir Path directory) throws IOException, InterruptedException {
        var output = directory.resolve("output.txt");
        var source = Files.writeString(directory.resolve("Bare.java"), PROGRAM);
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !OPTIONAL.matcher(entry).matches()).collect(Collectors.joining(File.pathSeparator));

        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            classPath, source.toString()).redirectErrorStream(true).redirectOutput(output.toFile()).start();

        assertThat(program.waitFor()).as(Files.readString(output)).isZero();
        assertThat(output).content().contains("process_start_time_seconds ", "jvm_memory_used_bytes{");
    }
}
