package dev.sightglass.client.lifecycle;

import dev.sightglass.health.testing.HealthContract;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class HealthContractOfServiceTest {

    @TempDir
    private Path root;

    @TestFactory
    Stream<DynamicTest> theServiceKeepsTheContract() {
        return HealthContract.of(this::start).cases().map(one -> DynamicTest.dynamicTest(one.name(), one::verify));
    }

    private ApplicationContext start(Map<String, Object> properties) {
        try {
            var all = new HashMap<>(ServiceFixture.configuration(root, URI.create("http://127.0.0.1:1"), 0));
            all.putAll(properties);
            return ApplicationContext.run(EmbeddedServer.class, all).getApplicationContext();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
