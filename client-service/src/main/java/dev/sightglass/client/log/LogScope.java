package dev.sightglass.client.log;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.util.Map;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * The work at hand on the current thread: its correlation id, and what each line of the log says of it. Close a scope on the thread that
 * opened it.
 */
public final class LogScope implements AutoCloseable {

    /** The report's id on the server. */
    public static final String REPORT_ID = "report_id";
    /** The source file's path, or the name that the caller of the API gave. */
    public static final String FILE = "file";
    /** The converter's name. */
    public static final String CONVERTER = "converter";
    /** Which attempt to send the report this is, from 1. */
    public static final String ATTEMPT = "attempt";

    private final CorrelationContext.Scope correlation;
    private final Map<String, String> fields;

    private LogScope(CorrelationId id, Map<String, String> fields) {
        this.correlation = CorrelationContext.open(id);
        this.fields = fields;
        fields.forEach(MDC::put);
    }

    /**
     * Opens a scope for work on a source.
     *
     * @param id its correlation id
     * @param file its path or name
     * @param converter that reads it
     * @return the scope
     */
    public static LogScope source(CorrelationId id, String file, String converter) {
        return new LogScope(id, Map.of(FILE, LogText.escaped(file), CONVERTER, converter));
    }

    /**
     * Opens a scope for one attempt to send a report.
     *
     * @param id the correlation id of its source
     * @param report its id
     * @param converter that made it
     * @param attempt which one this is, from 1
     * @return the scope
     */
    public static LogScope report(CorrelationId id, UUID report, String converter, int attempt) {
        return new LogScope(id,
            Map.of(REPORT_ID, report.toString(), CONVERTER, converter, ATTEMPT, Integer.toString(attempt)));
    }

    @Override
    public void close() {
        fields.keySet().forEach(MDC::remove);
        correlation.close();
    }
}
