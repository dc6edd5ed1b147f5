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

/** Programs that lack what this module can do without, compiled and run in processes of their own. */
class BareProgramTest {
    private static final String HTTP_AND_REACTOR =
        "test-classes|micronaut-http|netty|reactor|micrometer|micronaut-router|logback";

    /** A program with a tracked bean, whose method returns what is filled in. */
    private static final String PROGRAM = """
                                          package bare;

                                          import dev.sightglass.metrics.MetricsCollector;
                                          import dev.sightglass.metrics.exposition.Format;
                                          import dev.sightglass.metrics.track.TrackRequestMetrics;
                                          import io.micronaut.context.ApplicationContext;
                                          import jakarta.inject.Singleton;

                                          public class Bare {
                                              public static void main(String[] arguments) throws Exception {
                                                  try (var context = ApplicationContext.run()) {
                                                      System.out.println(context.getBean(Desk.class).serve());
                                                      %s
                                                      context.getBean(MetricsCollector.class)
                                                          .write(Format.TEXT, System.out);
                                                  }
                                              }

                                              @Singleton
                                              public static class Desk {
                                                  @TrackRequestMetrics("serve")
                                                  public %s serve() {
                                                      return %s;
                                                  }
                                              }
                                          }
                                          """;

    @TempDir
    private Path directory;

    @Test
    void startsAndTracksWithoutHttpReactorAndMicrometer() throws IOException, InterruptedException {
        var without = HTTP_AND_REACTOR + "|micronaut-core-reactive|reactive-streams";
        var output = run(PROGRAM.formatted("", "String", "\"served\""), without);

        assertThat(output).contains("served", "process_start_time_seconds ", "jvm_memory_used_bytes{",
            "sightglass_operation_requests_total{operation=\"serve\",outcome=\"success\"} 1.0");
    }

    @Test
    void tracksAPublisherWithoutReactor() throws IOException, InterruptedException {
        var subscribe = "context.getBean(Desk.class).serve().subscribe(new io.micronaut.core.async.subscriber."
            + "CompletionAwareSubscriber<String>() {"
            + "protected void doOnSubscribe(org.reactivestreams.Subscription s) { s.request(1); }"
            + "protected void doOnNext(String item) { System.out.println(item); }"
            + "protected void doOnError(Throwable failure) { failure.printStackTrace(); }"
            + "protected void doOnComplete() { System.out.println(\"complete\"); } });";
        var output = run(PROGRAM.formatted(subscribe, "org.reactivestreams.Publisher<String>",
            "io.micronaut.core.async.publisher.Publishers.just(\"served later\")"), HTTP_AND_REACTOR);

        assertThat(output).contains("served later", "complete",
            "sightglass_operation_requests_total{operation=\"serve\",outcome=\"success\"} 1.0");
    }

    private String run(String program, String without) throws IOException, InterruptedException {
        var source = Files.writeString(directory.resolve("Bare.java"), program);
        var absent = Pattern.compile(".*(" + without + ").*");
        var present = classPath().filter(entry -> !absent.matcher(entry).matches());
        var classes = Stream.concat(present, Stream.of(directory.toString()))
            .collect(Collectors.joining(File.pathSeparator));
        execute("javac", "-d", directory.toString(), "-classpath", classes, "-processorpath",
            classPath().collect(Collectors.joining(File.pathSeparator)), source.toString());
        return execute("java", "-classpath", classes, "bare.Bare");
    }

    private String execute(String tool, String... arguments) throws IOException, InterruptedException {
        var output = directory.resolve(tool + ".txt");
        var command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()),
            Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
        assertThat(process.waitFor()).as(() -> said(output)).isZero();
        return said(output);
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }
}
