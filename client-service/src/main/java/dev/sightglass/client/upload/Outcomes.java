package dev.sightglass.client.upload;

import static dev.sightglass.client.upload.Verdict.DEAD;
import static dev.sightglass.client.upload.Verdict.DELIVERED;
import static dev.sightglass.client.upload.Verdict.PAUSE;
import static dev.sightglass.client.upload.Verdict.RETRY;

import dev.sightglass.client.wats.Answer;
import java.util.List;
import java.util.Locale;

/**
 * The table that decides about every answer, read from top to bottom. What it does not name is retried: only the server's own judgement
 * may end a report's way.
 */
public final class Outcomes {

    private static final String NOTHING = "nothing; it is tried again";
    private static final String MEND = "mend the source and drop it again, or see what the server expects";

    private static final List<Outcome> TABLE = List.of(
        new Outcome("409", DELIVERED, "the server has this report already", "nothing"),
        new Outcome("2xx", DELIVERED, "the server took the report", "nothing"),
        new Outcome("400", DEAD, "the server found the report invalid", MEND),
        new Outcome("413", DEAD, "the report is larger than the server takes",
            "make attachments smaller, or raise the server's limit"),
        new Outcome("415", DEAD, "the server does not take this format", MEND),
        new Outcome("422", DEAD, "the server understood the report and refuses its content", MEND),
        new Outcome("401", PAUSE, "the server does not know the token", "set a valid sightglass.wats.token"),
        new Outcome("403", PAUSE, "the token may not submit reports",
            "give the token's user the right to submit reports"),
        new Outcome("404", PAUSE, "the server has no such endpoint",
            "see whether sightglass.wats.url is the address of a WATS server"),
        new Outcome("tls", PAUSE, "the server's certificate does not satisfy",
            "renew the certificate, or trust its issuer in the JVM"),
        new Outcome("408", RETRY, "the server waited too long for the request", NOTHING),
        new Outcome("425", RETRY, "the server is not ready for this request", NOTHING),
        new Outcome("429", RETRY, "too many requests", "lower sightglass.upload.concurrency if it lasts"),
        new Outcome("5xx", RETRY, "the server failed", "see the server's own log if it lasts"),
        new Outcome("connect", RETRY, "the server cannot be reached",
            "see whether it runs, and the network on the way"),
        new Outcome("dns", RETRY, "the server's name is not known", "see sightglass.wats.url and the resolver"),
        new Outcome("timeout", RETRY, "no complete answer in time",
            "see the server's load, or raise sightglass.upload.timeout"),
        new Outcome("reset", RETRY, "the connection broke", "see the network and any proxy on the way"),
        new Outcome("other", RETRY, "an answer that this table does not know", "see the server's documentation"));

    private Outcomes() {}

    /**
     * The table.
     *
     * @return its rows in the order in which they are tried
     */
    public static List<Outcome> table() {
        return TABLE;
    }

    /**
     * Judges an answer.
     *
     * @param answer what came back
     * @return the row that fits
     */
    public static Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> of(Integer.toString(answered.status()));
            case Answer.Unanswered unanswered -> of(unanswered.failure().name().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Finds the row for a status or a failure.
     *
     * @param answer such as {@code 503} or {@code timeout}
     * @return the row that fits
     */
    public static Outcome of(String answer) {
        return TABLE.stream().filter(row -> fits(row.answer(), answer)).findFirst().orElse(TABLE.getLast());
    }

    private static boolean fits(String row, String answer) {
        return row.equals(answer) || (row.endsWith("xx") && answer.length() == 3 && answer.charAt(0) == row.charAt(0));
    }
}
