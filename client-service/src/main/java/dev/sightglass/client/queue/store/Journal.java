package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.OperatorAct.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of what operators did. */
final class Journal {

    private Journal() {}

    /** Returns the act's number. */
    static long enter(Statements store, long now, String who, Kind kind, String reason, String selection) {
        return store.first("insert into act (at, who, kind, reason, selection) values (?, ?, ?, ?, ?) returning number",
            row -> row.getLong(1), now, who, kind.word(), reason, selection).orElseThrow();
    }

    static void changed(Statements store, long act, List<Long> seqs) {
        seqs.forEach(seq -> store.update("insert into act_report (act, seq) values (?, ?)", act, seq));
        store.update("update act set changed = changed + ? where number = ?", seqs.size(), act);
    }

    static OperatorAct read(ResultSet row) throws SQLException {
        return new OperatorAct(row.getLong("number"), Instant.ofEpochMilli(row.getLong("at")), row.getString("who"),
            Kind.of(row.getString("kind")), row.getString("reason"), row.getString("selection"),
            row.getLong("changed"));
    }
}
