package dev.sightglass.client.intake;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a drop folder.
 *
 * @param name its name
 * @param path where it is
 * @param state what it does
 * @param reason why it does not run, or what troubles it although it runs; empty when all is well
 * @param since since when this state and reason hold
 * @param pending files that wait to be taken, as of the last scan
 * @param inFlight files that were taken and are not settled yet
 * @param lastScan when the folder was last listed; null before the first time
 * @param space on its disk, as of the last scan
 */
public record FolderStatus(String name, Path path, State state, String reason, Instant since, int pending, int inFlight,
    @Nullable Instant lastScan, Space space) {

    /** What a folder does. */
    public enum State {
        /** It has not been listed for the first time. */
        STARTING,
        /** It takes files. */
        RUNNING,
        /** It takes no files for the moment, because nobody further on can. */
        PAUSED,
        /** It cannot be used as it is. */
        DOWN,
        /** It has been closed. */
        CLOSED
    }

    FolderStatus hanging(Instant begun) {
        return new FolderStatus(name, path, State.DOWN, "the file system has not answered since " + begun
            + ". See whether its server or disk is well; the folder goes on by itself", begun, pending, inFlight,
            lastScan,
            space);
    }

    /**
     * Whether the folder can be used.
     *
     * @return false when it is missing, unreadable, or files cannot leave it
     */
    public boolean isUp() {
        return state != State.DOWN && state != State.CLOSED;
    }
}
