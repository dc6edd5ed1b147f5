package dev.sightglass.client.queue.store;

/** The content that need not be sent again. */
final class Contents {

    private Contents() {}

    static void forget(Statements store, String sha256, String converter) {
        store.update("delete from content where sha256 = ? and converter = ?", sha256, converter);
    }

    /** Whatever brought this report may be dropped again. */
    static void forgetSourcesOf(Statements store, long seq) {
        store.update("""
                     delete from content where (sha256, converter) in (
                         select s.sha256, s.converter
                         from source_report sr join source s on s.correlation_id = sr.correlation_id
                         where sr.seq = ?)""", seq);
    }
}
