package dev.sightglass.client.intake;

/** What becomes of a file whose reports are safe in the queue. */
public enum AfterSuccess {
    /** It moves to the folder's {@code Done}. */
    MOVE,
    /** It goes into a zip file of its own in the folder's {@code Done}. */
    ZIP,
    /** It is deleted. */
    DELETE,
    /** It stays where it is, and is not taken again as long as it does not change. */
    KEEP
}
