package dev.sightglass.client.api;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads which reports a call is for from its query. A parameter that nobody reads is refused: with a typing error left out, an act would
 * be for more reports than was meant.
 */
final class ReportQuery {

    private static final Set<String> CRITERIA = Set.of("id", "state", "converter", "folder", "name", "partNumber",
        "serialNumber", "status", "from", "before");

    private final HttpParameters parameters;
    private final Instant now;

    /**
     * @param others the call's own parameters
     */
    ReportQuery(HttpParameters parameters, Instant now, String... others) {
        var known = new HashSet<>(CRITERIA);
        known.addAll(List.of(others));
        for (var name : parameters.names()) {
            if (!known.contains(name)) {
                throw new BadQueryException(
                    name + ": must be one of " + String.join(", ", known.stream().sorted().toList()));
            }
        }
        this.parameters = parameters;
        this.now = now;
    }

    ReportFilter filter() {
        return new ReportFilter(all("id", UUID::fromString), all("state", ReportState::of), one("converter"),
            one("folder"), one("name"), one("partNumber"), one("serialNumber"), one("status", Integer::valueOf),
            moment("from"), moment("before"));
    }

    /** For acts: on everything only when that is said. */
    ReportFilter deliberateFilter() {
        var filter = filter();
        if (filter.equals(ReportFilter.ALL) && !one("all").equals(Optional.of("true"))) {
            throw new BadQueryException("which reports: must be said by at least one of "
                + String.join(", ", CRITERIA.stream().sorted().toList()) + ", or by all=true");
        }
        return filter;
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    <T> Optional<T> one(String name, Function<String, T> reader) {
        return one(name).map(value -> read(name, value, reader));
    }

    Optional<Instant> moment(String name) {
        return one(name, value -> Moment.read(value, now));
    }

    private <T> Set<T> all(String name, Function<String, T> reader) {
        return parameters.getAll(name).stream().flatMap(values -> Arrays.stream(values.split(",")))
            .filter(value -> !value.isBlank()).map(value -> read(name, value.strip(), reader))
            .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException unreadable) {
            throw new BadQueryException(
                name + ": cannot be read. Found: '" + value + "' (" + unreadable.getMessage() + ")");
        }
    }
}
