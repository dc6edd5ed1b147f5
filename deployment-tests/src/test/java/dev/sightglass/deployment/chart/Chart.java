package dev.sightglass.deployment.chart;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One rendering of the chart by Helm, as {@code helm template} makes it. Immutable.
 *
 * @param files with values, in order
 * @param kubernetes the cluster's version
 */
public record Chart(List<Path> files, String kubernetes) {

    static final Path FOLDER = Path.of("../helm/sightglass");
    static final String RELEASE = "line";
    static final String NAMESPACE = "tests";

    /** The library leaves hooks out of what it renders; in this copy the pod of helm test is an object like any other. */
    private static final Path WITHOUT_HOOKS = withoutHooks();
    private static final int OLDEST = 27;
    private static final int NEWEST = 37;

    /**
     * With the values of one file in {@code ci}.
     *
     * @param name of the file without {@code -values.yaml}
     * @return the chart on the newest Kubernetes
     */
    public static Chart ci(String name) {
        return new Chart(List.of(FOLDER.resolve("ci/" + name + "-values.yaml")), "v1." + NEWEST + ".0");
    }

    /** With the defaults only. */
    static Chart bare() {
        return new Chart(List.of(), "v1." + NEWEST + ".0");
    }

    /** The names of the files in {@code ci}. */
    static Stream<String> shapes() {
        try (var files = Files.list(FOLDER.resolve("ci"))) {
            return files.map(file -> file.getFileName().toString().replace("-values.yaml", "")).sorted().toList()
                .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every Kubernetes that the chart is for, as plain clusters and as the two that add to the version call it. */
    static Stream<String> versions() {
        return IntStream.rangeClosed(OLDEST, NEWEST)
            .mapToObj(
                minor -> Stream.of("v1." + minor + ".0", "v1." + minor + ".3-eks.1", "v1." + minor + ".2-gke.100"))
            .flatMap(same -> same);
    }

    Chart on(String version) {
        return new Chart(files, version);
    }

    /**
     * With more values; they win over those before.
     *
     * @param yaml the values
     * @return the chart with them
     */
    public Chart and(String yaml) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            var more = new ArrayList<>(files);
            more.add(Files.writeString(file, yaml));
            return new Chart(List.copyOf(more), kubernetes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Renders it.
     *
     * @return the objects
     */
    public Manifests render() {
        return Manifests.parse(text());
    }

    String text() {
        var template =
            new Helm(WITHOUT_HOOKS).template().withName(RELEASE).withNamespace(NAMESPACE).withKubeVersion(kubernetes);
        files.forEach(template::withValuesFile);
        return template.call();
    }

    private static Path withoutHooks() {
        try (var files = Files.walk(FOLDER)) {
            var copy = Files.createTempDirectory("chart");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replaceAll("helm\\.sh/hook.*", ""));
            }
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
