package dev.sightglass.durability.power;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.demo.DropFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

/** What a power cut has left in {@code Error} and {@code Done}: every refused file with its reason, and no zip file that is not whole. */
final class Quarantine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHEET = ".reason.json";

    private Quarantine() {}

    static List<String> faults(Path drop) throws IOException {
        var faults = new ArrayList<String>();
        for (var key : DropFolders.keys()) {
            for (var file : files(drop.resolve(key).resolve("Error"))) {
                sheet(file, faults);
            }
            for (var file : files(drop.resolve(key).resolve("Done"))) {
                zip(file, faults);
            }
        }
        return faults;
    }

    private static void sheet(Path file, List<String> faults) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), Inode.SOMEBODYS)) {
            return; // a reason, or a name that was only taken
        }
        try {
            JSON.readTree(file.resolveSibling(file.getFileName() + SHEET).toFile()).required("reason");
        } catch (IOException | IllegalArgumentException broken) {
            faults.add("no reason for " + file + ": " + broken.getMessage());
        }
    }

    private static void zip(Path file, List<String> faults) throws IOException {
        if (!file.toString().endsWith(".zip") || isOnlyTaken(file)) {
            return;
        }
        try (var zip = new ZipFile(file.toFile())) {
            zip.entries().nextElement();
        } catch (IOException broken) {
            faults.add("damaged: " + file + ": " + broken.getMessage());
        }
    }

    /** The file whose name this is to be still lies in its folder, and takes it again. */
    private static boolean isOnlyTaken(Path file) throws IOException {
        return Files.size(file) == 0
            || Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("Sightglass keeps");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
