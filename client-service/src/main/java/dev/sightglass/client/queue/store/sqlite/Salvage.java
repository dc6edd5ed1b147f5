package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.SavedReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** Brings what can still be read of a damaged queue into the new one. What the server had already is not looked for. */
final class Salvage {

    private static final Logger logger = LoggerFactory.getLogger(Salvage.class);
    private static final int PRIORITY = 5;
    private static final int AT_ONCE = 200;

    private final Path damaged;
    private final ReportQueue queue;
    private final Set<Long> seen = new HashSet<>();
    private final List<CompletableFuture<Receipt>> underWay = new ArrayList<>();
    private int saved;
    private int lost;

    Salvage(Path damaged, ReportQueue queue) {
        this.damaged = damaged;
        this.queue = queue;
    }

    /** Never fails: a queue of which nothing can be read is no reason not to start. */
    void run() {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var connection = config.createConnection("jdbc:sqlite:" + damaged)) {
            undelivered(connection).stream().filter(number -> !seen.contains(number))
                .forEach(number -> save(connection, sameSource(connection, number)));
            finish();
        } catch (SQLException unreadable) {
            logger.error("Nothing can be read of the damaged queue {}: {}", damaged, unreadable.getMessage());
        }
        logger.error(
            "Of the damaged queue {}, {} reports were saved into the new one; {} more that it lists cannot be read. "
                + "Drop again what was dropped lately: ids stay the same, so that nothing doubles on the server",
            damaged,
            saved, lost);
    }

    /** From both ends, because reading stops where the damage is. */
    private static Set<Long> undelivered(Connection connection) {
        var numbers = new LinkedHashSet<Long>();
        for (var direction : List.of("asc", "desc")) {
            try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select seq from job order by seq " + direction)) {
                while (rows.next() && numbers.add(rows.getLong(1))) {
                    // until the damage, or what was read from the other end
                }
            } catch (SQLException damage) {
                logger.warn("The list of reports is damaged, seen {}: {}", direction, damage.getMessage());
            }
        }
        return numbers;
    }

    /** The reports of a source go in together, as they came. */
    private static List<Long> sameSource(Connection connection, long number) {
        var numbers = new ArrayList<Long>();
        try (var statement = connection.prepareStatement("""
                                                         select j.seq from report r
                                                         join source_report sr on sr.correlation_id = r.correlation_id
                                                         join job j on j.seq = sr.seq
                                                         where r.seq = ? order by sr.ordinal""")) {
            statement.setLong(1, number);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        } catch (SQLException damage) {
            numbers.clear();
        }
        return numbers.isEmpty() ? List.of(number) : numbers;
    }

    private void save(Connection connection, List<Long> numbers) {
        seen.addAll(numbers);
        var reports = numbers.stream().flatMap(number -> read(connection, number).stream()).toList();
        saved += reports.size();
        lost += numbers.size() - reports.size();
        if (!reports.isEmpty()) {
            underWay.add(queue.accept(reports.getFirst().origin(), reports.stream().map(SavedReport::report).toList(),
                PRIORITY));
        }
        if (underWay.size() >= AT_ONCE) {
            finish();
        }
    }

    private static Optional<SavedReport> read(Connection connection, long number) {
        try {
            return SavedReport.read(connection, number);
        } catch (SQLException damage) {
            return Optional.empty();
        }
    }

    private void finish() {
        underWay.forEach(CompletableFuture::join);
        underWay.clear();
    }
}
