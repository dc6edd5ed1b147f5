package dev.sightglass.client.lifecycle;

import dev.sightglass.client.convert.ProcessCodes;
import dev.sightglass.client.wats.WatsLookups;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every feature shares. */
@Factory
final class LifecycleFactory {

    @Singleton
    @Primary // over the time source of health, which is one too
    InstantSource clock() {
        return InstantSource.system();
    }

    /** The one way in which conversion looks at the server. */
    @Singleton
    ProcessCodes processCodes(WatsLookups lookups) {
        return lookups::processCode;
    }
}
