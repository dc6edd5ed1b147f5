package dev.sightglass.client.upload;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A limit that a server sets: so many requests in any stretch of a given length.
 *
 * @param requests how many; 0 for any number
 * @param period the length of the stretch
 */
record Rate(int requests, Duration period) {

    /** No limit. */
    static final Rate NONE = new Rate(0, Duration.ofSeconds(1));

    private static final int MOST = 1_000_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(\\d{1,7})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
        Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    /** Reads {@code 500/60s} or {@code none}. */
    static Rate parse(String key, String text) {
        if (text.strip().equals("none")) {
            return NONE;
        }
        var parts = FORM.matcher(text.strip());
        if (parts.matches()) {
            int requests = Integer.parseInt(parts.group(1));
            var period = Duration.of(Long.parseLong(parts.group(2)), UNITS.get(parts.group(3)));
            if (requests >= 1 && requests <= MOST && period.isPositive()) {
                return new Rate(requests, period);
            }
        }
        throw new IllegalArgumentException(
            key + ": must be requests per time, such as 500/60s, or none. Found: " + text);
    }

    boolean isNone() {
        return requests == 0;
    }

    /** How many may go one right after the other: a tenth, so that a person who drops a few files does not wait for them. */
    int burst() {
        return Math.max(1, requests / 10);
    }

    /**
     * The rest is spread evenly. Burst and spread together stay one below the limit in any stretch of its length, so that requests that
     * arrive a little less evenly than they were sent are not one too many.
     */
    double perNano() {
        return Math.max(1, requests - burst()) / (double) period.toNanos();
    }

    @Override
    public String toString() {
        return isNone() ? "none"
            : requests + "/" + (period.toMillis() % 1000 == 0 ? period.toSeconds() + "s" : period.toMillis() + "ms");
    }
}
