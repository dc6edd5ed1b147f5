package dev.sightglass.durability.power;

import java.nio.charset.StandardCharsets;

/**
 * One thing that the process did to the file system.
 *
 * @param kind what, in the letters of {@code powercut.c}
 * @param inode of the file
 * @param number the offset of a write, the new length of a truncation
 * @param first the bytes of a write, or a path
 * @param second the new path of a renaming
 * @param end where its record ends in the log
 */
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
record Act(char kind, long inode, long number, byte[] first, byte[] second, long end) {

    static final char CREATE = 'C';
    static final char FOUND = 'F';
    static final char TRUNCATE = 'T';
    static final char WRITE = 'W';
    static final char SYNC = 'S';
    static final char SYNC_FOLDER = 'D';
    static final char RENAME = 'R';
    static final char LINK = 'L';
    static final char UNLINK = 'U';
    static final char MAKE_FOLDER = 'M';

    String path() {
        return new String(first, StandardCharsets.UTF_8);
    }

    String newPath() {
        return new String(second, StandardCharsets.UTF_8);
    }
}
