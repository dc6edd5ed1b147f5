package dev.sightglass.client.intake;

import java.util.Arrays;

/**
 * Files that are left where they are, each with the time before which it is not looked at again: 16 bytes or so per file, because a folder
 * can hold a hundred thousand of them. Not thread-safe.
 *
 * <p>
 * What a listing of the folder did not find any more is forgotten with {@link #forgetUnseen}.
 */
final class FileMemory {

    static final long FOR_EVER = Long.MAX_VALUE;

    private static final int SMALLEST = 64;

    // Open addressing; a key of 0 marks a free slot, and the real key 0 is taken for 1.
    private long[] keys = new long[SMALLEST];
    private long[] until = new long[SMALLEST];
    private long[] seenIn = new long[SMALLEST];
    private int size;
    private long listing;

    /** Begins a listing: from here on {@link #restsAt} marks what it is asked about as still there. */
    void beginListing() {
        listing++;
    }

    /** Whether the file of this key is to be left alone at this time. */
    boolean restsAt(long key, long now) {
        var slot = slot(key);
        if (keys[slot] == 0) {
            return false;
        }
        seenIn[slot] = listing;
        return until[slot] == FOR_EVER || until[slot] - now > 0;
    }

    /**
     * Leaves the file alone for a time.
     *
     * @return whether the key was not known before
     */
    boolean rest(long key, long untilNanos) {
        if (size * 2 >= keys.length) {
            rebuild(keys.length * 2, Long.MIN_VALUE);
        }
        var slot = slot(key);
        var fresh = keys[slot] == 0;
        if (fresh) {
            keys[slot] = nonZero(key);
            size++;
        }
        until[slot] = untilNanos;
        seenIn[slot] = listing;
        return fresh;
    }

    /** Ends a listing that went through the whole folder: what it did not ask about is gone. */
    void forgetUnseen() {
        var seen = (int) Arrays.stream(seenIn).filter(last -> last == listing && last != 0).count();
        if (seen < size) {
            rebuild(Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, seen)) * 4), listing);
        }
    }

    int size() {
        return size;
    }

    private void rebuild(int capacity, long seenSince) {
        var oldKeys = keys;
        var oldUntil = until;
        var oldSeenIn = seenIn;
        keys = new long[capacity];
        until = new long[capacity];
        seenIn = new long[capacity];
        size = 0;
        for (var old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0 && oldSeenIn[old] >= seenSince) {
                var slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                until[slot] = oldUntil[old];
                seenIn[slot] = oldSeenIn[old];
                size++;
            }
        }
    }

    private int slot(long key) {
        var wanted = nonZero(key);
        var slot = (int) wanted & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != wanted) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static long nonZero(long key) {
        return key == 0 ? 1 : key;
    }
}
