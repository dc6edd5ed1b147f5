package dev.sightglass.client.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/** Puts files into folders under names that nobody else has there. */
final class Placement {

    private final InstantSource clock;

    Placement(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a free name in a folder by making an empty file of that name: the one way to claim a name that cannot overwrite, on every
     * file system and between processes.
     *
     * @param maxBytes the length that the name may have
     */
    Path reserve(Path folder, Path name, int maxBytes) throws IOException {
        Files.createDirectories(folder);
        for (var attempt = 0;; attempt++) {
            var candidate = attempt == 0 && UniqueNames.fits(name.toString(), maxBytes) ? folder.resolve(name)
                : spelled(folder, UniqueNames.candidate(name.toString(), attempt, clock.instant(), maxBytes));
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException taken) {
                // the next attempt has another name
            }
        }
    }

    /** Moves a file onto a name that {@link #reserve} took; gives the name back when that fails. */
    void moveOnto(Path file, Path reserved) throws IOException {
        try {
            try {
                Files.move(file, reserved, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherFileSystem) {
                Files.copy(file, reserved, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                sync(reserved);
                Files.delete(file);
            }
        } catch (IOException failed) {
            Files.deleteIfExists(reserved);
            throw failed;
        }
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes new names in a folder survive a loss of power, where the platform lets a folder be opened for it. */
    static void syncFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows: there a folder's entries are the file system's own affair.
        }
    }

    private static Path spelled(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unspeakable) {
            // The name came from the file system, but this process's locale cannot write it.
            return folder.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
        }
    }
}
