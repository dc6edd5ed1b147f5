package dev.sightglass.client.intake;

import dev.sightglass.client.fault.FaultPoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** Puts files into folders under names that nobody else has there. */
final class Placement {

    private final InstantSource clock;

    Placement(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a free name in a folder by making a file of that name: the one way to claim a name that cannot overwrite, on every file system
     * and between processes. The file says for whom the name is: one that a crash has left is taken again by the same file, and by no other.
     *
     * @param maxBytes the length that the name may have
     * @param source the file that is to have the name
     */
    Path reserve(Path folder, Path name, int maxBytes, Path source) throws IOException {
        Files.createDirectories(folder);
        for (var attempt = 0;; attempt++) {
            var candidate = attempt == 0 && UniqueNames.fits(name.toString(), maxBytes) ? folder.resolve(name)
                : spelled(folder, UniqueNames.candidate(name.toString(), attempt, clock.instant(), maxBytes));
            if (isReserved(candidate, source)) {
                FaultPoint.RESERVED.pass();
                return candidate;
            }
        }
    }

    private static boolean isReserved(Path candidate, Path source) throws IOException {
        var reservation = reservation(source);
        try {
            make(candidate, unfinished(Objects.requireNonNull(candidate.getParent()), source, ".name"), reservation);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return Files.isRegularFile(candidate) && Files.size(candidate) == reservation.length
                && Arrays.equals(Files.readAllBytes(candidate), reservation);
        }
    }

    /** With its content at once, where the file system has links: a crash between the two leaves an empty file, which is for nobody. */
    private static void make(Path candidate, Path draft, byte[] reservation) throws IOException {
        try {
            Files.deleteIfExists(draft); // never written over: it may still be the same file as a name that a crash has left
            Files.write(draft, reservation, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FaultPoint.DRAFTED.pass();
            Files.createLink(candidate, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            makeInTwoSteps(candidate, reservation);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void makeInTwoSteps(Path candidate, byte[] reservation) throws IOException {
        Files.createFile(candidate);
        try {
            Files.write(candidate, reservation);
        } catch (IOException failed) {
            Files.deleteIfExists(candidate);
            throw failed;
        }
    }

    /** What stands in a file that only keeps a name. */
    static byte[] reservation(Path source) {
        return ("Sightglass keeps this name for " + source + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }

    /** A file for what is not finished: the same for the same source, so that what a crash has left is written over. */
    static Path unfinished(Path folder, Path source) {
        return unfinished(folder, source, ".part");
    }

    private static Path unfinished(Path folder, Path source, String ending) {
        var id = UUID.nameUUIDFromBytes(source.toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve("." + id + ending);
    }

    /** Moves a file onto a name that {@link #reserve} took; gives the name back when that fails. */
    void moveOnto(Path file, Path reserved) throws IOException {
        try {
            try {
                Files.move(file, reserved, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherFileSystem) {
                copyOnto(file, reserved);
                Files.delete(file);
            }
        } catch (IOException failed) {
            Files.deleteIfExists(reserved);
            throw failed;
        }
    }

    private static void copyOnto(Path file, Path reserved) throws IOException {
        var folder = Objects.requireNonNull(reserved.getParent());
        var unfinished = unfinished(folder, file);
        try {
            Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            sync(unfinished);
            Files.move(unfinished, reserved, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(unfinished);
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
