package dev.sightglass.client.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/** The stack trace, indented: an exception's text may hold a newline and what looks like a line of the log. */
public final class SafeStackTrace extends ThrowableProxyConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return super.convert(event).lines().map(line -> "    " + LogText.escaped(line.replace("\t", "    ")) + "\n")
            .collect(Collectors.joining());
    }
}
