package dev.sightglass.health.testing;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

class ThisModuleKeepsTheContractTest {

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return HealthContract
            .of(properties -> ApplicationContext.run(EmbeddedServer.class, properties).getApplicationContext())
            .cases().map(one -> DynamicTest.dynamicTest(one.name(), one::verify));
    }
}
