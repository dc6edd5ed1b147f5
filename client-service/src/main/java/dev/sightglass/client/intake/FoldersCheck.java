package dev.sightglass.client.intake;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Collectors;

/** Tells whether the drop folders can be read and cleared. One that fails degrades the service; only all of them make it unready. */
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
        var statuses = folders.statuses();
        var down = statuses.stream().filter(status -> !status.isUp()).toList();
        if (down.isEmpty()) {
            return CheckResult.up(statuses.size() + " drop folders are watched");
        }
        var reasons =
            down.stream().map(status -> status.name() + ": " + status.reason()).collect(Collectors.joining("; "));
        return down.size() == statuses.size() ? CheckResult.down(reasons, NEXT_STEP)
            : CheckResult.degraded(reasons, NEXT_STEP);
    }
}
