package dev.sightglass.durability.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A small ext4 file system in a file, mounted for a while. Takes Linux, root and {@code mkfs.ext4}. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final Path mount;
    private final Path ballast;

    private SmallDisk(Path mount) {
        this.mount = mount;
        this.ballast = mount.resolve("ballast");
    }

    /** Whether this machine lets us have one. */
    public static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux") && "root".equals(System.getProperty("user.name"))
            && Files.isExecutable(Path.of("/sbin/mkfs.ext4")) && Files.exists(Path.of("/dev/loop-control"));
    }

    /** Makes and mounts one in an empty folder. */
    public static SmallDisk in(Path folder, int megabytes) throws IOException, InterruptedException {
        var image = folder.resolve("disk.img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength((long) megabytes << 20);
        }
        var mount = Files.createDirectory(folder.resolve("disk"));
        run("/sbin/mkfs.ext4", "-q", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), mount.toString());
        return new SmallDisk(mount);
    }

    public Path path() {
        return mount;
    }

    /** Takes every free byte. */
    public void fill() throws IOException {
        fillBut(0);
    }

    /** Takes all free bytes but so many. */
    public void fillBut(long spare) throws IOException {
        var bytes = ByteBuffer.allocate(BLOCK);
        try (var file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (Files.getFileStore(mount).getUsableSpace() > spare) {
                file.write(bytes.clear().limit((int) Math.min(BLOCK,
                    Math.max(1, Files.getFileStore(mount).getUsableSpace() - spare))));
            }
            file.force(true);
        } catch (IOException full) {
            if (Files.getFileStore(mount).getUsableSpace() > BLOCK) {
                throw full;
            }
        }
    }

    /** Gives the bytes back. */
    public void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    /** Lets nobody write any more. */
    public void makeReadOnly() throws IOException, InterruptedException {
        run("mount", "-o", "remount,ro", mount.toString());
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", mount.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + " failed; what it said stands above");
        }
    }
}
