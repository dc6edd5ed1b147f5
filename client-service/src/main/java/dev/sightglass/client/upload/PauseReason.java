package dev.sightglass.client.upload;

/** Why uploads pause, in a bounded number of words. */
enum PauseReason {
    /** The server does not know the token. */
    AUTHENTICATION("401"),
    /** The token may not submit reports. */
    AUTHORIZATION("403"),
    /** The server has no such endpoint. */
    NOT_FOUND("404"),
    /** The server says that it is somewhere else. */
    MOVED("3xx"),
    /** The server's certificate does not satisfy. */
    TLS("tls"),
    /** The server gets too many requests. */
    THROTTLED("429"),
    /** An answer that only the configuration pauses for. */
    CONFIGURED(""),
    /** Attempts failed in a way that may pass by itself. */
    FAILURES("");

    private final String answer;

    PauseReason(String answer) {
        this.answer = answer;
    }

    /** The reason for a row of the table of outcomes. */
    static PauseReason of(Outcome outcome) {
        for (var reason : values()) {
            if (reason.answer.equals(outcome.answer())) {
                return reason;
            }
        }
        return outcome.verdict() == Verdict.PAUSE ? CONFIGURED : FAILURES;
    }
}
