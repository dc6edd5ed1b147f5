package dev.sightglass.durability.outage;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one bean of the service that an outage of days replaces: its time of day, which runs on as it does for everybody and is moved ahead
 * through eight bytes of a file. All that sleeps and all that measures how long something took goes by the real clock. Thread-safe.
 */
@Singleton
@Primary
@Replaces(InstantSource.class)
@Requires(property = MovedClock.PROPERTY)
public final class MovedClock implements InstantSource {

    static final String PROPERTY = "dev.sightglass.moved-clock";

    private final MappedByteBuffer ahead;

    /** @param file is made when it is not there */
    public MovedClock(@Value("${" + PROPERTY + "}") Path file) throws IOException {
        try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.ahead = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plusMillis(ahead.getLong(0));
    }

    /** Moves the time of every process that has this file. */
    void advance(Duration by) {
        ahead.putLong(0, ahead.getLong(0) + by.toMillis());
    }
}
