package dev.sightglass.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The service's configuration file for a set of drop folders.
 *
 * @param server the WATS server
 * @param token for it
 * @param port of the service's API
 * @param managementPort of health and metrics
 * @param folderOptions by format, YAML keys that its folder has besides path and converter, such as {@code "after-success: zip"}
 * @param more YAML under {@code sightglass} for everything else, not indented; may be empty
 */
public record ServiceFile(URI server, String token, int port, int managementPort,
    Map<String, String> folderOptions, String more) {

    /**
     * Writes the file, with the data of the service beside it.
     *
     * @param folders the drop folders
     * @return {@code sightglass.yml} beside the root of the folders
     */
    public Path write(DropFolders folders) throws IOException {
        var data = folders.root().resolveSibling("data");
        return Files.writeString(folders.root().resolveSibling("sightglass.yml"), """
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
                                                                                    folders:
                                                                                  %s
                                                                                  %s
                                                                                  """
            .formatted(server, token, data, port, managementPort, entries(folders), more.indent(2)));
    }

    private String entries(DropFolders folders) {
        return DropFolders.keys().stream()
            .map(key -> "    - path: %s%n      converter: %s%n%s".formatted(folders.folder(key), key,
                folderOptions.getOrDefault(key, "").indent(6)))
            .collect(Collectors.joining());
    }
}
