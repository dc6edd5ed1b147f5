package dev.sightglass.client.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a report's way between which a crash could lose or double it. The system property {@code dev.sightglass.fault-point}, for
 * example {@code COMMITTED:3}, ends the process where it passes that step for the third time, as {@code kill -9} would: no hook runs,
 * nothing is flushed. Without the property a step costs one comparison with a constant. Thread-safe.
 */
public enum FaultPoint {
    /** A file was found quiet, and nobody has read it yet. */
    TAKEN,
    /** Its reports are made and checked, and the queue knows nothing of them. */
    CONVERTED,
    /** The changes of a batch are made and not committed. */
    COMMITTING,
    /** The batch is committed and synced, and nobody has been told. */
    COMMITTED,
    /** The fate of a file is known, and the file still lies in its folder. */
    SETTLING,
    /** What is to keep a name in {@code Done} or {@code Error} is written, and the name is not taken yet. */
    DRAFTED,
    /** A name in {@code Done} or {@code Error} is taken by a file that only says for whom. */
    RESERVED,
    /** The reason of a refusal is written, and its file still lies in its folder. */
    REASONED,
    /** The file has left its folder, and its done-file may still be there. */
    MOVED,
    /** The zip file is written and synced under a name of its own. */
    ZIPPED,
    /** The zip file has its place, and the file still lies in its folder. */
    ZIP_PLACED,
    /** A report is leased, and nothing was sent. */
    LEASED,
    /** The server has answered, and the queue knows nothing of it. */
    ANSWERED;

    private static final String PROPERTY = "dev.sightglass.fault-point";
    /** What Linux reports of a process that SIGKILL ended. */
    private static final int KILLED = 137;
    private static final @Nullable FaultPoint ARMED;
    private static final AtomicLong LEFT;

    static {
        var armed = System.getProperty(PROPERTY, "").split(":", 2);
        ARMED = armed[0].isEmpty() ? null : valueOf(armed[0]);
        LEFT = new AtomicLong(armed.length < 2 ? 1 : Long.parseLong(armed[1]));
    }

    /**
     * The option of the JVM that ends it here.
     *
     * @param pass which time, from 1
     * @return as it stands on the command line
     */
    public String option(int pass) {
        return "-D" + PROPERTY + "=" + name() + ":" + pass;
    }

    /** This step is reached. */
    public void pass() {
        if (ARMED == this && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
