package dev.sightglass.client.testing;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.sightglass.client.log.LogSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** What loggers write while this is open, in one of the formats of the service's own log configuration. */
public final class LogCapture implements AutoCloseable {

    private final LoggerContext configured = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ConsoleAppender<ILoggingEvent> appender;

    public LogCapture(String format) throws JoranException {
        configured.putProperty(LogSettings.FORMAT, format);
        var configurator = new JoranConfigurator();
        configurator.setContext(configured);
        configurator.doConfigure(Objects.requireNonNull(LogCapture.class.getResource("/logback.xml")));
        var root = configured.getLogger("ROOT");
        this.appender = (ConsoleAppender<ILoggingEvent>) Objects.requireNonNull(root.getAppender(format));
        appender.setOutputStream(written);
        house().addAppender(appender);
    }

    private static ch.qos.logback.classic.Logger house() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.sightglass");
    }

    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    @Override
    public void close() {
        house().detachAppender(appender);
        configured.stop();
    }
}
