package dev.sightglass.durability.power;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Opens the store that a power cut has left, and looks for what was promised. */
final class Recovered {

    private static final String KNOWN =
        """
        select count(*) from source s where (s.name = ?1 or s.correlation_id = ?1)
          and (s.fate <> 'accepted' or exists (
            select 1 from source_report sr join report r using (seq) left join payload p using (seq)
            where sr.correlation_id = s.correlation_id
              and (r.outcome = 'delivered' or p.seq is not null)))""";

    private Recovered() {}

    /**
     * Everything that is wrong.
     *
     * @param data the {@code data-dir} after the cut
     * @param promised names of files that have left their folder, and correlation ids of answers with 202
     */
    static List<String> faults(Path data, Collection<String> promised) throws SQLException {
        var faults = new ArrayList<String>();
        if (promised.isEmpty()) {
            return faults;
        }
        var file = data.resolve("queue.db");
        if (!Files.exists(file)) {
            return List.of("the store is gone, and with it " + promised.size() + " sources");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            integrity(connection, faults);
            try (var query = connection.prepareStatement(KNOWN)) {
                for (var name : promised) {
                    query.setString(1, name);
                    try (var found = query.executeQuery()) {
                        if (!found.next() || found.getInt(1) == 0) {
                            faults.add("lost: " + name);
                        }
                    }
                }
            }
        } catch (SQLException unreadable) {
            faults.add("the store cannot be read: " + unreadable.getMessage());
        }
        return faults;
    }

    private static void integrity(Connection connection, List<String> faults) throws SQLException {
        try (var statement = connection.createStatement();
            var found = statement.executeQuery("pragma integrity_check")) {
            if (!found.next() || !found.getString(1).equals("ok")) {
                faults.add("the store is damaged: " + found.getString(1));
            }
        }
    }
}
