package dev.sightglass.client.upload;

import static dev.sightglass.client.upload.Verdict.DEAD;
import static dev.sightglass.client.upload.Verdict.DELIVERED;
import static dev.sightglass.client.upload.Verdict.PAUSE;
import static dev.sightglass.client.upload.Verdict.RETRY;

import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.Answer.Failure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The table that decides about every answer, read from top to bottom. What it does not name is retried: only the server's own judgement
 * may end a report's way. The configuration may judge single answers otherwise.
 */
public final class Outcomes {

    private static final String KEY = "sightglass.upload.outcomes.";
    private static final String NOTHING = "nothing; it is tried again";
    private static final String MEND = "mend the source and drop it again, or see what the server expects";
    private static final String OTHER = "other";

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
        new Outcome("3xx", PAUSE, "the server says that it is somewhere else",
            "set sightglass.wats.url to the address that it names"),
        new Outcome("tls", PAUSE, "the server's certificate does not satisfy",
            "renew the certificate, or trust its issuer in the JVM"),
        new Outcome("408", RETRY, "the server waited too long for the request", NOTHING),
        new Outcome("425", RETRY, "the server is not ready for this request", NOTHING),
        new Outcome("429", RETRY, "too many requests", "lower sightglass.upload.rate-limit if it lasts"),
        new Outcome("5xx", RETRY, "the server failed", "see the server's own log if it lasts"),
        new Outcome("connect", RETRY, "the server cannot be reached",
            "see whether it runs, and the network on the way"),
        new Outcome("dns", RETRY, "the server's name is not known", "see sightglass.wats.url and the resolver"),
        new Outcome("timeout", RETRY, "no answer in time",
            "see the server's load, or raise sightglass.upload.timeout"),
        new Outcome("half-open", RETRY, "an answer began and did not end in time",
            "see the network and any proxy on the way, or raise sightglass.upload.timeout"),
        new Outcome("reset", RETRY, "the connection broke", "see the network and any proxy on the way"),
        new Outcome("protocol", RETRY, "what came back is no answer of a WATS server",
            "see whether sightglass.wats.url is the address of a WATS server, and any proxy on the way"),
        new Outcome(OTHER, RETRY, "an answer that this table does not know", "see the server's documentation"));

    /** Without an answer nobody has judged the report, so that its way cannot end. */
    private static final Set<Verdict> WITHOUT_ANSWER = EnumSet.of(RETRY, PAUSE);

    private final List<Outcome> rows;

    private Outcomes(List<Outcome> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * The table as it is without configuration.
     *
     * @return the table
     */
    public static Outcomes standard() {
        return new Outcomes(TABLE);
    }

    /**
     * The table with some answers judged otherwise.
     *
     * @param verdicts by status ({@code 404}), class of statuses ({@code 4xx}) or failure ({@code timeout}); single statuses come before
     *        classes
     * @return the table
     * @throws IllegalArgumentException when a key is no answer, or a value no verdict that it may have
     */
    public static Outcomes with(Map<String, ?> verdicts) {
        var own = new LinkedHashMap<String, Outcome>();
        verdicts.forEach((answer, verdict) -> own.put(answer, row(answer, verdict.toString())));
        var rows = new ArrayList<Outcome>();
        TABLE.forEach(row -> rows.add(Objects.requireNonNullElse(own.remove(row.answer()), row)));
        // single statuses before the classes that hold them, and classes before what is left
        own.values().forEach(row -> rows.add(isClass(row.answer()) ? rows.size() - 1 : 0, row));
        return new Outcomes(rows);
    }

    private static Outcome row(String answer, String verdict) {
        boolean failure = Stream.of(Failure.values()).anyMatch(known -> known.label().equals(answer));
        if (!failure && !answer.matches("[1-5](\\d\\d|xx)")) {
            throw new IllegalArgumentException(
                KEY + answer + ": must be a status such as 404, a class such as 4xx, or one of "
                    + Stream.of(Failure.values()).map(Failure::label).toList() + ". Found: " + answer);
        }
        var allowed = failure ? WITHOUT_ANSWER : EnumSet.allOf(Verdict.class);
        var chosen = allowed.stream().filter(one -> one.name().equalsIgnoreCase(verdict.strip())).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(KEY + answer + ": must be one of "
                + allowed.toString().toLowerCase(Locale.ROOT) + ". Found: " + verdict));
        return TABLE.stream().filter(row -> row.answer().equals(answer)).findFirst().map(row -> row.as(chosen))
            .orElse(new Outcome(answer, chosen, "the configuration judges this answer", "see " + KEY + answer));
    }

    /**
     * The table.
     *
     * @return its rows in the order in which they are tried
     */
    public List<Outcome> table() {
        return rows;
    }

    /**
     * Judges an answer.
     *
     * @param answer what came back
     * @return the row that fits
     */
    public Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> of(Integer.toString(answered.status()));
            case Answer.Unanswered unanswered -> of(unanswered.failure().label());
        };
    }

    /**
     * Finds the row for a status or a failure.
     *
     * @param answer such as {@code 503} or {@code timeout}
     * @return the row that fits
     */
    public Outcome of(String answer) {
        return rows.stream().filter(row -> fits(row.answer(), answer)).findFirst().orElse(rows.getLast());
    }

    private static boolean isClass(String answer) {
        return answer.endsWith("xx");
    }

    private static boolean fits(String row, String answer) {
        return row.equals(answer) || (isClass(row) && answer.length() == 3 && answer.charAt(0) == row.charAt(0));
    }
}
