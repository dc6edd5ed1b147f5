package dev.sightglass.client.upload;

/** What an answer means for the report that was sent. */
public enum Verdict {
    /** The server has the report. */
    DELIVERED,
    /** It may work later: the report waits and is sent again, for as long as it takes. */
    RETRY,
    /** The report is not at fault and no other would fare better: uploads pause, no attempt is counted. */
    PAUSE,
    /** The server has judged this report wrong for good: it is kept as a dead letter. */
    DEAD
}
