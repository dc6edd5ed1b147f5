package dev.sightglass.client.intake;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.check.DiskSpaceCheck.Floor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells of drop folders whose disk runs full: stations cannot write there, and we cannot move a file. Each folder's own thread measures, so
 * that a share that hangs holds up nobody here. For the details only: another instance would find the same disk.
 */
@Singleton
final class FolderDisksCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("folder-disks").every(Duration.ofSeconds(10));
    private static final int NAMED_AT_MOST = 10;

    private final DropFolders folders;
    private final Floor low;
    private final Floor full;

    FolderDisksCheck(DropFolders folders, FolderDisksConfig config) {
        this.folders = folders;
        this.low = new Floor(config.lowBytes(), config.lowShare());
        this.full = new Floor(config.fullBytes(), config.lowShare());
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var disks = folders.statuses().stream().filter(status -> status.space().totalBytes() > 0).map(Disk::of)
            .sorted(Comparator.comparingDouble(Disk::share)).toList();
        if (disks.isEmpty()) {
            return CheckResult.up("no drop folder has been listed yet, or there is none");
        }
        var result = judge(disks);
        for (var disk : disks.subList(0, Math.min(NAMED_AT_MOST, disks.size()))) {
            result = result.with(disk.folder + ".freeBytes", disk.free).with(disk.folder + ".totalBytes", disk.total)
                .with(disk.folder + ".freeShare", disk.share());
        }
        return result;
    }

    private CheckResult judge(List<Disk> disks) {
        var scarce = disks.stream().filter(disk -> disk.isBelow(low) || disk.isBelow(full)).toList();
        if (scarce.isEmpty()) {
            return CheckResult.up("the fullest disk has " + disks.getFirst());
        }
        var reason = scarce.stream().limit(NAMED_AT_MOST).map(Disk::toString).collect(Collectors.joining("; "));
        var remedy = "Free some room on the disk of the named folder, or empty its Done folder.";
        return scarce.stream().anyMatch(disk -> disk.isBelow(full)) ? CheckResult.down(reason, remedy)
            : CheckResult.degraded(reason, remedy);
    }

    private record Disk(String folder, long free, long total) {

        static Disk of(FolderStatus status) {
            return new Disk(status.name(), status.space().freeBytes(), status.space().totalBytes());
        }

        double share() {
            return (double) free / total;
        }

        boolean isBelow(Floor floor) {
            return floor.isAbove(free, share());
        }

        @Override
        public String toString() {
            return "%s: %d MiB free, %d %%".formatted(folder, free >> 20, Math.round(share() * 100));
        }
    }
}
