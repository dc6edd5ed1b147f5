package dev.sightglass.demo;

import dev.sightglass.demo.workload.FileKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The drop folders of the demonstration, one for each format.
 *
 * @param root where they stand
 */
public record DropFolders(Path root) {

    /** Makes the folders under {@code drop} in this root. */
    public static DropFolders create(Path root) throws IOException {
        var folders = new DropFolders(Files.createDirectories(root.resolve("drop")));
        for (var key : keys()) {
            Files.createDirectories(folders.folder(key));
        }
        return folders;
    }

    /** The formats, each of which has a folder. */
    public static List<String> keys() {
        return Stream.of(FileKind.values()).map(FileKind::folderKey).distinct().toList();
    }

    /** The folder of a format. */
    public Path folder(String key) {
        return root.resolve(key);
    }

    /** How many files have been refused with their reason beside them. */
    public int refused() throws IOException {
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
