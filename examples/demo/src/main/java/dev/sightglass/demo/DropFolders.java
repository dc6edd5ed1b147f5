package dev.sightglass.demo;

import dev.sightglass.demo.workload.FileKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The drop folders of the demonstration, one for each format.
 *
 * @param root where they stand
 */
record DropFolders(Path root) {

    static DropFolders create(Path root) throws IOException {
        var folders = new DropFolders(Files.createDirectories(root.resolve("drop")));
        for (var key : keys()) {
            Files.createDirectories(folders.folder(key));
        }
        return folders;
    }

    private static List<String> keys() {
        return Stream.of(FileKind.values()).map(FileKind::folderKey).distinct().toList();
    }

    Path folder(String key) {
        return root.resolve(key);
    }

    /** Writes the service's configuration. */
    Path configure(DemoPlan plan, URI server, String token) throws IOException {
        var folders = keys().stream().map(key -> "    - path: %s%n      converter: %s%n".formatted(folder(key), key))
            .collect(Collectors.joining());
        return Files.writeString(root.resolveSibling("sightglass.yml"),
            """
            sightglass:
              wats:
                url: %s
                token: %s
              station:
                name: demo-station
                location: Demo hall
              data-dir: %s
              api:
                port: %d
              metrics:
                port: %d
              upload:
                rate-limit: none
              folders:
            %s""".formatted(server, token, root.resolveSibling("data"), plan.port(), plan.managementPort(), folders));
    }

    /** How many files have been refused with their reason beside them. */
    int refused() throws IOException {
        int refused = 0;
        for (var key : keys()) {
            var error = folder(key).resolve("Error");
            if (Files.isDirectory(error)) {
                try (DirectoryStream<Path> reasons = Files.newDirectoryStream(error, "*.reason.json")) {
                    for (var _ : reasons) {
                        refused++;
                    }
                }
            }
        }
        return refused;
    }
}
