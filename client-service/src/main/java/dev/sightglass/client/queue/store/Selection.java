package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter as SQL over {@code report r}, {@code job j} and {@code source s}. */
final class Selection {

    static final String FROM = """
                               from report r
                               left join job j on j.seq = r.seq
                               left join source s on s.correlation_id = r.correlation_id
                               """;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    static Selection of(ReportFilter filter) {
        var selection = new Selection();
        selection.among("r.id in (%s)", filter.ids().stream().map(Object::toString).toList());
        selection.among("coalesce(j.state, r.outcome) in (%s)",
            filter.states().stream().map(ReportState::word).toList());
        selection.add("s.converter = ?", filter.converter());
        selection.add("s.channel = ?", filter.channel());
        selection.add("s.name like ? escape '!'", filter.name().map(Selection::containing));
        selection.add("r.part_number = ?", filter.partNumber());
        selection.add("r.serial_number = ?", filter.serialNumber());
        selection.add("coalesce(j.last_status, r.last_status) = ?", filter.lastStatus());
        selection.add("r.enqueued_at >= ?", filter.queuedFrom().map(time -> time.toEpochMilli()));
        selection.add("r.enqueued_at < ?", filter.queuedBefore().map(time -> time.toEpochMilli()));
        return selection;
    }

    private void among(String condition, Collection<String> words) {
        if (!words.isEmpty()) {
            conditions.add(condition.formatted(words.stream().map(_ -> "?").collect(Collectors.joining(", "))));
            values.addAll(words);
        }
    }

    private void add(String condition, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            values.add(given);
        });
    }

    private static String containing(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + "\n";
    }

    List<Object> values() {
        return values;
    }

    /** In words, for the journal. */
    static String words(ReportFilter filter) {
        var words = Stream.of(word("id", filter.ids().stream().map(Object::toString).sorted().limit(20).toList()),
            word("state", filter.states().stream().map(ReportState::word).sorted().toList()),
            word("converter", filter.converter().stream().toList()),
            word("channel", filter.channel().stream().toList()),
            word("name", filter.name().stream().toList()), word("part number", filter.partNumber().stream().toList()),
            word("serial number", filter.serialNumber().stream().toList()),
            word("last status", filter.lastStatus().stream().toList()),
            word("queued from", filter.queuedFrom().stream().toList()),
            word("queued before", filter.queuedBefore().stream().toList())).flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
        return words.isEmpty() ? "all" : words;
    }

    private static Optional<String> word(String name, List<?> values) {
        return values.isEmpty() ? Optional.empty()
            : Optional.of(name + " " + values.stream().map(Object::toString).collect(Collectors.joining(" ")));
    }
}
