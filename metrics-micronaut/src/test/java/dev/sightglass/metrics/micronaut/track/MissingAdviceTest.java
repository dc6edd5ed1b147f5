package dev.sightglass.metrics.micronaut.track;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MissingAdviceTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(MissingAdvice.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void saysAloudThatTheProcessorPathWasForgotten(@TempDir Path directory) throws Exception {
        var loader = ForgottenPath.compiled(directory);

        try (var context = ApplicationContext.builder(loader).start()) {
            context.getBean(loader.loadClass("forgetful.Desk"));
        }

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains("forgetful.Desk", "annotation processor path",
                "dev.sightglass:metrics-micronaut");
        });
    }

    @Test
    void isSilentAboutBeansThatAreTracked() {
        try (var context = ApplicationContext.run()) {
            context.getBean(Work.class);
            context.getBean(Shop.class);
            context.getBean(Pricing.class);
        }

        assertThat(log.list).isEmpty();
    }
}
