package dev.sightglass.client.intake;

import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether the drop folders can be read and cleared. One in trouble degrades the service; only all that are down make it unready. */
@Singleton
final class FoldersCheck implements HealthCheck {

    private static final CheckSpec SPEC =
        CheckSpec.named("folders").countsFor(Probe.READY).every(Duration.ofSeconds(2));
    private static final String NEXT_STEP = "Mend what the reason names; the folder recovers by itself.";

    private final DropFolders folders;

    FoldersCheck(DropFolders folders) {
        this.folders = folders;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        return judge(folders.statuses());
    }

    static CheckResult judge(List<FolderStatus> folders) {
        var down = folders.stream().filter(folder -> !folder.isUp()).toList();
        var troubled = folders.stream().filter(folder -> folder.isUp() && isTroubled(folder)).toList();
        var result = !down.isEmpty() && down.size() == folders.size() ? CheckResult.down(reasons(down), NEXT_STEP)
            : down.isEmpty() && troubled.isEmpty() ? CheckResult.up(folders.size() + " drop folders are watched")
                : CheckResult.degraded(reasons(Stream.concat(down.stream(), troubled.stream()).toList()), NEXT_STEP);
        return result.with("folders", folders.size()).with("down", down.size()).with("troubled", troubled.size())
            .with("pendingFiles", folders.stream().mapToLong(FolderStatus::pending).sum());
    }

    /** It takes no files for now, or some of them do not leave it. */
    private static boolean isTroubled(FolderStatus folder) {
        return folder.state() == State.PAUSED || (folder.state() == State.RUNNING && !folder.reason().isEmpty());
    }

    private static String reasons(List<FolderStatus> folders) {
        return folders.stream().map(folder -> folder.name() + ": " + folder.reason()).collect(Collectors.joining("; "));
    }
}
