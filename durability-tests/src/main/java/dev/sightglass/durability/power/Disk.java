package dev.sightglass.durability.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A file system between what a process did and what a power cut leaves of it. Knows only what POSIX promises: the bytes of a file are safe
 * after its own sync, a name in a folder after the folder's. Not thread-safe.
 */
final class Disk {

    /** What the cut leaves of things that nobody synced. */
    enum Cut {
        /** Nothing: neither bytes nor names. */
        STRICT,
        /** All names, in order, and no bytes: a file system that journals its names only. */
        NAMES_SURVIVE,
        /** Of the bytes any part, torn at sectors, and of each folder's names the older ones. */
        AT_RANDOM
    }

    /** A name that came, or with a null inode went. */
    private record NameChange(String path, @Nullable Inode inode) {}

    private final Map<Long, Inode> inodes = new HashMap<>();
    private final Map<String, Inode> now = new HashMap<>();
    private final Map<String, Inode> synced = new HashMap<>();
    private final Map<String, List<NameChange>> since = new HashMap<>();

    void apply(Act act) {
        switch (act.kind()) {
            case Act.CREATE -> {
                inodes.put(act.inode(), new Inode());
                name(act.path(), inode(act));
            }
            case Act.FOUND -> {
                // Somebody else made it: that it is safe is their affair.
                if (!now.containsKey(act.path())) {
                    var inode = Inode.ofSomebody();
                    inodes.put(act.inode(), inode);
                    now.put(act.path(), inode);
                    synced.put(act.path(), inode);
                }
            }
            case Act.WRITE, Act.TRUNCATE -> inode(act).written(act);
            case Act.SYNC -> inode(act).sync();
            case Act.SYNC_FOLDER -> sync(act.path());
            case Act.RENAME -> {
                var moved = now.getOrDefault(act.path(), inode(act));
                name(act.path(), null);
                name(act.newPath(), moved);
            }
            case Act.LINK -> name(act.newPath(), now.getOrDefault(act.path(), inode(act)));
            case Act.UNLINK -> name(act.path(), null);
            case Act.MAKE_FOLDER -> name(act.path(), Inode.FOLDER);
            default -> throw new IllegalStateException("the log has an act that nobody knows: " + act.kind());
        }
    }

    private Inode inode(Act act) {
        return inodes.computeIfAbsent(act.inode(), _ -> new Inode());
    }

    private void name(String path, @Nullable Inode inode) {
        put(now, path, inode);
        since.computeIfAbsent(folder(path), _ -> new ArrayList<>()).add(new NameChange(path, inode));
    }

    private void sync(String folder) {
        var changes = since.remove(folder);
        if (changes != null) {
            changes.forEach(change -> put(synced, change.path(), change.inode()));
        }
    }

    private static void put(Map<String, Inode> names, String path, @Nullable Inode inode) {
        if (inode == null) {
            names.remove(path);
        } else {
            names.put(path, inode);
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** How many files have bytes, and folders names, that nobody has synced: what a cut now would take. */
    long unsynced() {
        return now.values().stream().filter(inode -> !inode.isSynced()).distinct().count() + since.size();
    }

    /**
     * Writes down what a cut now would leave of a folder.
     *
     * @param source the folder
     * @param target an existing folder that takes its place
     */
    void leave(Cut cut, RandomGenerator random, Path source, Path target) throws IOException {
        var names = names(cut, random);
        var prefix = source.toString();
        for (var entry : names.entrySet()) {
            if (entry.getKey().startsWith(prefix + "/") && isReachable(names, prefix, folder(entry.getKey()))) {
                var file = Path.of(target + entry.getKey().substring(prefix.length()));
                if (entry.getValue() == Inode.FOLDER) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.write(file, cut == Cut.AT_RANDOM ? entry.getValue().torn(random) : entry.getValue().synced());
                }
            }
        }
    }

    private Map<String, Inode> names(Cut cut, RandomGenerator random) {
        var names = new TreeMap<>(synced);
        if (cut != Cut.STRICT) {
            for (var changes : since.values()) {
                var kept = cut == Cut.AT_RANDOM ? random.nextInt(changes.size() + 1) : changes.size();
                changes.subList(0, kept).forEach(change -> put(names, change.path(), change.inode()));
            }
        }
        return names;
    }

    /** A file whose folder's own name is gone is gone too, unless the folder was there before the log began. */
    private boolean isReachable(Map<String, Inode> names, String root, String folder) {
        if (now.containsKey(folder) && !names.containsKey(folder)) {
            return false;
        }
        return folder.equals(root) || isReachable(names, root, folder(folder));
    }
}
