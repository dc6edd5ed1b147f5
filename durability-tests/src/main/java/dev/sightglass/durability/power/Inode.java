package dev.sightglass.durability.power;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One file of the model: what is on the disk, and what was written since the last sync. */
final class Inode {

    private static final int SECTOR = 512;

    /** A folder, which has names and no bytes. */
    static final Inode FOLDER = new Inode();

    /** What stands for the bytes that somebody else has written. */
    static final byte[] SOMEBODYS = "bytes of somebody else".getBytes(StandardCharsets.UTF_8);

    private byte[] synced = new byte[0];
    private final List<Act> since = new ArrayList<>();

    /** A file that somebody else has made, with bytes of theirs. */
    static Inode ofSomebody() {
        var inode = new Inode();
        inode.synced = SOMEBODYS;
        return inode;
    }

    void written(Act act) {
        since.add(act);
    }

    void sync() {
        since.forEach(act -> synced = applied(synced, act, act.first().length));
        since.clear();
    }

    boolean isSynced() {
        return since.isEmpty();
    }

    byte[] synced() {
        return synced;
    }

    /** Some of the writes since the last sync have reached the disk, in whatever order, and some only in part. */
    byte[] torn(RandomGenerator random) {
        var bytes = synced.clone();
        for (var act : since) {
            switch (random.nextInt(3)) {
                case 0 -> bytes = applied(bytes, act, act.first().length);
                case 1 -> bytes = applied(bytes, act, random.nextInt(act.first().length + 1) / SECTOR * SECTOR);
                default -> {
                    // this one is gone
                }
            }
        }
        return bytes;
    }

    private static byte[] applied(byte[] before, Act act, int length) {
        if (act.kind() == Act.TRUNCATE) {
            return Arrays.copyOf(before, (int) act.number());
        }
        var end = (int) act.number() + length;
        var after = end > before.length ? Arrays.copyOf(before, end) : before;
        System.arraycopy(act.first(), 0, after, (int) act.number(), length);
        return after;
    }
}
