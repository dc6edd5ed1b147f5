package dev.sightglass.client.lifecycle;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every feature shares. */
@Factory
final class LifecycleFactory {

    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
