package dev.sightglass.durability.stage;

import dev.sightglass.demo.workload.Expectation.Delivered;
import dev.sightglass.durability.stage.Drops.Dropped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the ledger and the queue from the store itself, beside the service and past it. */
final class StoreBooks {

    private StoreBooks() {}

    static List<String> faults(String jdbcUrl, List<Dropped> dropped) {
        var faults = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            var reports = Books.reports(dropped);
            expect(faults, connection, "reports in the queue", 0, "select count(*) from job");
            expect(faults, connection, "payloads kept", 0, "select count(*) from payload");
            expect(faults, connection, "reports delivered", reports,
                "select count(*) from report where outcome = 'delivered'");
            expect(faults, connection, "sources accepted",
                dropped.stream().filter(file -> file.expectation() instanceof Delivered).count(),
                "select count(*) from source where fate = 'accepted'");
            expect(faults, connection, "reports that the accepted sources brought", reports,
                "select sum(reports) from source where fate = 'accepted'");
            // A file whose process died after the commit is seen once more and entered as a duplicate: no fewer than files, maybe more.
            long seen = number(connection, "select count(*) from source");
            if (seen < dropped.size()) {
                faults.add("the ledger has %d sources, and %d were dropped".formatted(seen, dropped.size()));
            }
        } catch (SQLException unreadable) {
            faults.add("the store cannot be read: " + unreadable.getMessage());
        }
        return faults;
    }

    private static void expect(List<String> faults, Connection connection, String what, long expected, String sql)
        throws SQLException {
        long found = number(connection, sql);
        if (found != expected) {
            faults.add("the store has %d %s, and %d are expected".formatted(found, what, expected));
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
