package dev.sightglass.metrics.micronaut.track;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles a bean as somebody would who has Micronaut's processor, but not this module, on the processor path. */
final class ForgottenPath {
    private static final String SOURCE = """
                                         package forgetful;

                                         @jakarta.inject.Singleton
                                         public class Desk {
                                             @dev.sightglass.metrics.track.TrackRequestMetrics("serve")
                                             public String serve() {
                                                 return "served";
                                             }
                                         }
                                         """;

    private ForgottenPath() {}

    /**
     * A class loader that has the bean {@code forgetful.Desk}. The compiler runs in a process of its own: in this one it
     * would find the module on the class path of the tests.
     */
    static ClassLoader compiled(Path directory) throws IOException, InterruptedException {
        var source = Files.writeString(Files.createDirectories(directory.resolve("forgetful")).resolve("Desk.java"),
            SOURCE);
        var output = directory.resolve("javac.txt");
        var compiler = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-d",
            directory.toString(), "-classpath", join(classPath()), "-processorpath",
            join(classPath().filter(entry -> !entry.contains("metrics-micronaut"))), source.toString())
            .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (compiler.waitFor() != 0) {
            throw new IllegalStateException("the fixture does not compile: " + Files.readString(output));
        }
        return new URLClassLoader(new URL[]{directory.toUri().toURL()}, ForgottenPath.class.getClassLoader());
    }

    private static String join(Stream<String> entries) {
        return entries.collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }
}
