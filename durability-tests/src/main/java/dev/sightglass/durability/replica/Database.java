package dev.sightglass.durability.replica;

import java.io.IOException;
import java.sql.SQLException;

/** What the replicas share, and what becomes of it in the middle of the storm. */
interface Database extends AutoCloseable {

    /** Where JDBC finds it, before its trouble and after it. */
    String url();

    /**
     * Every connection ends; some time later the database is there again, with all that was committed.
     *
     * @return what has happened, in words
     */
    String trouble() throws IOException, InterruptedException, SQLException;

    @Override
    void close() throws IOException;
}
