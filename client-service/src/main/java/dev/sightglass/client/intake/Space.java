package dev.sightglass.client.intake;

import java.nio.file.Path;

/**
 * The room on the disk of a folder.
 *
 * @param freeBytes what may still be written
 * @param totalBytes of the whole disk; 0 when it is not known
 */
public record Space(long freeBytes, long totalBytes) {

    static final Space UNKNOWN = new Space(0, 0);

    /** One call to the system and no look at the table of mounts: cheap enough for every listing. */
    static Space of(Path folder) {
        var file = folder.toFile();
        return new Space(file.getUsableSpace(), file.getTotalSpace());
    }
}
