package dev.sightglass.docs.snippets;

import dev.sightglass.health.Progress;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** A loop of one's own that health watches, for docs/health.md. */
@Factory
final class Importers {

    /** What has the loop. */
    interface Importer {

        Progress progress();
    }

    @Singleton
    Progress importer(Importer importer) {
        return importer.progress(); // new Progress("importer", Duration.ofMinutes(1))
    }
}
