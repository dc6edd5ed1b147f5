package dev.sightglass.client.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A job whose turn has come. */
record Turn(long seq, long place, long lease, long revision, int attempts, long enqueuedAt) {

    static Turn read(ResultSet row) throws SQLException {
        return new Turn(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5), row.getLong(6));
    }
}
