package dev.sightglass.health.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;

/** How much room is left where a folder lies. */
public final class DiskSpaceCheck implements HealthCheck {

    private final CheckSpec spec;
    private final Path folder;
    private final Floor warning;
    private final Floor minimum;

    /**
     * The check.
     *
     * @param spec its name, and what it counts for
     * @param folder a folder that exists
     * @param warning below this it is degraded
     * @param minimum below this it is down
     */
    public DiskSpaceCheck(CheckSpec spec, Path folder, Floor warning, Floor minimum) {
        this.spec = spec;
        this.folder = folder;
        this.warning = warning;
        this.minimum = minimum;
    }

    /**
     * The check with the floors that suit most disks: a warning below 5 GiB and 10 %, down below 256 MiB and 5 %.
     *
     * @param spec its name, and what it counts for
     * @param folder a folder that exists
     */
    public DiskSpaceCheck(CheckSpec spec, Path folder) {
        this(spec, folder, new Floor(5L << 30, 0.10), new Floor(256L << 20, 0.05));
    }

    @Override
    public CheckSpec spec() {
        return spec;
    }

    @Override
    public CheckResult check() throws IOException {
        var store = Files.getFileStore(folder);
        return judge(store.getUsableSpace(), store.getTotalSpace());
    }

    CheckResult judge(long free, long total) {
        double share = total == 0 ? 1 : (double) free / total;
        var reason = free / (1 << 20) + " MiB free, " + Math.round(share * 100) + " %";
        var remedy = "Free some room on the disk of " + folder + ", or give it a larger one.";
        var result = minimum.isAbove(free, share) ? CheckResult.down(reason, remedy)
            : warning.isAbove(free, share) ? CheckResult.degraded(reason, remedy) : CheckResult.up(reason);
        return result.with("freeBytes", free).with("totalBytes", total).with("freeShare", share);
    }

    /**
     * Too little room. It takes both: five per cent of a huge disk is plenty, and so is most of a tiny one.
     *
     * @param bytes fewer free bytes than this
     * @param share and a smaller free share than this, 0 to 1
     */
    public record Floor(long bytes, double share) {

        /** Checks the range. */
        public Floor {
            if (bytes < 0 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                    "disk floor: needs bytes >= 0 and a share from 0 to 1. Found: " + bytes + " and " + share);
            }
        }

        /**
         * Tells whether a disk has fallen below.
         *
         * @param free its free bytes
         * @param freeShare its free share, 0 to 1
         * @return true for too little room
         */
        public boolean isAbove(long free, double freeShare) {
            return free < bytes && freeShare < share;
        }
    }
}
