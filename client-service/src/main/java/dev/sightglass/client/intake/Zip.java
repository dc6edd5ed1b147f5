package dev.sightglass.client.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zip files that hold one file each. */
final class Zip {

    static final String ENDING = ".zip";

    private Zip() {}

    /** Writes a file into a zip file, over whatever was there, and syncs it. */
    static void write(Path zip, Path file) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
            Files.copy(file, out);
        }
        Placement.sync(zip);
    }

    /** Whether the zip file is there, whole, and holds this very content: a process died before it could remove the file. */
    static boolean holds(Path zip, Path file) throws IOException {
        if (!Files.isRegularFile(zip)) {
            return false;
        }
        try (var opened = new ZipFile(zip.toFile())) {
            var entry = opened.getEntry(String.valueOf(file.getFileName()));
            return entry != null && entry.getSize() == Files.size(file) && entry.getCrc() == crc(file);
        } catch (IOException damaged) {
            return false;
        }
    }

    private static long crc(Path file) throws IOException {
        try (var out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32())) {
            Files.copy(file, out);
            return out.getChecksum().getValue();
        }
    }
}
