package dev.sightglass.client.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message in one line, whatever came into it. */
public final class SafeMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        var message = super.convert(event);
        return message == null ? "" : LogText.escaped(message);
    }
}
