package dev.sightglass.client.upload;

/** Why uploads pause, in a bounded number of words. */
enum PauseReason {
    /** The server does not know the token. */
    AUTHENTICATION("401"),
    /** The token may not submit reports. */
    AUTHORIZATION("403"),
    /** The server has no such endpoint. */
    NOT_FOUND("404"),
    /** The server's certificate does not satisfy. */
    TLS("tls"),
    /** Several attempts in a row failed. */
    FAILURES("");

    private final String answer;

    PauseReason(String answer) {
        this.answer = answer;
    }

    /** The reason for a row of the table of outcomes. */
    static PauseReason of(String answer) {
        for (var reason : values()) {
            if (reason.answer.equals(answer)) {
                return reason;
            }
        }
        return FAILURES;
    }
}
