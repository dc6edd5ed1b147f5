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
    private static final String REMEDY = "Free some room on the disk of the named folder, or empty its Done folder.";

    private final DropFolders folders;
    private final FolderDisksConfig config;

    FolderDisksCheck(DropFolders folders, FolderDisksConfig config) {
        this.folders = folders;
        this.config = config;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        return judge(folders.statuses(), config);
    }

    static CheckResult judge(List<FolderStatus> folders, FolderDisksConfig config) {
        var disks = folders.stream().filter(folder -> folder.space().totalBytes() > 0).map(Disk::of)
            .sorted(Comparator.comparingDouble(Disk::share)).toList();
        var result = disks.isEmpty() ? CheckResult.up("no drop folder has been listed yet, or there is none")
            : judgeKnown(disks, config);
        for (var disk : disks.subList(0, Math.min(NAMED_AT_MOST, disks.size()))) {
            result = result.with(disk.folder + ".freeBytes", disk.free).with(disk.folder + ".totalBytes", disk.total)
                .with(disk.folder + ".freeShare", disk.share());
        }
        return result;
    }

    private static CheckResult judgeKnown(List<Disk> disks, FolderDisksConfig config) {
        var scarce = disks.stream().filter(disk -> disk.isBelow(config.low())).toList();
        if (scarce.isEmpty()) {
            return CheckResult.up("the fullest disk: " + disks.getFirst());
        }
        var reason = scarce.stream().limit(NAMED_AT_MOST).map(Disk::toString).collect(Collectors.joining("; "));
        return scarce.stream().anyMatch(disk -> disk.isBelow(config.full())) ? CheckResult.down(reason, REMEDY)
            : CheckResult.degraded(reason, REMEDY);
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
