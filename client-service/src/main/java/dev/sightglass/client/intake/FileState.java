package dev.sightglass.client.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says about a file. Two equal states at the same path are taken for the same content as long as the service
 * watches; the identity beyond that is the hash of the content.
 *
 * @param size in bytes
 * @param modifiedNanos the modification time
 * @param fileKey tells a file that was replaced from the one before; null where the file system has none
 */
record FileState(long size, long modifiedNanos, @Nullable Object fileKey) {

    static FileState of(BasicFileAttributes attributes) {
        return new FileState(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
            attributes.fileKey());
    }

    /** Reads the state of a file, and of a link the link's own. */
    static FileState read(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** A number for this state at a path; that two are equal by accident is as good as impossible. */
    long key(Path file) {
        var text = file.toString();
        var hash = 0xcbf29ce484222325L;
        for (var at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        hash = mix(hash ^ size);
        hash = mix(hash ^ modifiedNanos);
        return mix(hash ^ (fileKey == null ? 0 : fileKey.hashCode()));
    }

    private static long mix(long bits) {
        var mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
