package dev.sightglass.durability.stage;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the service's jar is run. */
final class Jar {

    private static final String PROPERTY = "sightglass.jar";

    private Jar() {}

    static List<String> command(String... javaOptions) {
        if (!Files.isRegularFile(path())) {
            throw new IllegalStateException(PROPERTY + ": must be the service's jar. Found: nothing at " + path()
                + "; build it with mvn -DskipTests package");
        }
        var command = java(javaOptions);
        if (hasArchive()) {
            command.add(1, "-XX:SharedArchiveFile=" + archive());
        }
        command.addAll(List.of("-jar", path().toString()));
        return command;
    }

    /** The same with more classes, and so with no archive. */
    static List<String> commandWith(Path classes, String... javaOptions) {
        var command = java(javaOptions);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", path() + File.pathSeparator + classes,
            "dev.sightglass.client.cli.Main"));
        return command;
    }

    private static List<String> java(String... javaOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(Arrays.asList(javaOptions));
        return command;
    }

    /** Whether there is an archive of the classes that this jar loads. */
    static boolean hasArchive() {
        return archive().toFile().lastModified() > path().toFile().lastModified();
    }

    /** The option with which a process that ends in order writes the archive. */
    static String writesArchive() {
        return "-XX:ArchiveClassesAtExit=" + archive();
    }

    private static Path archive() {
        return path().resolveSibling("sightglass.jsa");
    }

    private static Path path() {
        return Path.of(System.getProperty(PROPERTY, "client-service/target/sightglass.jar")).toAbsolutePath();
    }
}
