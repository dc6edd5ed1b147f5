package dev.sightglass.health.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micronaut.context.ApplicationContext;

/**
 * What must hold for the management port of any application, whatever it configures: every path, under every base path,
 * on a given or a free port, for every visibility, and for every finding of a check. With JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return HealthContract.of(properties -> ApplicationContext.run(EmbeddedServer.class, properties)
 *         .getApplicationContext()).cases().map(one -> DynamicTest.dynamicTest(one.name(), one::verify));
 * }
 * }</pre>
 */
public final class HealthContract {

    private final Function<Map<String, Object>, ApplicationContext> start;

    private HealthContract(Function<Map<String, Object>, ApplicationContext> start) {
        this.start = start;
    }

    /**
     * The contract for one application.
     *
     * @param start starts it with these properties on top of its own; it is closed after each case
     * @return the contract
     */
    public static HealthContract of(Function<Map<String, Object>, ApplicationContext> start) {
        return new HealthContract(start);
    }

    /**
     * The cases, each with a start of its own. Within a case every path is asked for, with GET and HEAD, with and
     * without credentials, for every finding.
     *
     * @return one case for each base path and visibility
     */
    public Stream<Case> cases() {
        return Stream.of("", "/ops/deep")
            .flatMap(basePath -> Arrays.stream(Visibility.values()).map(visibility -> new Case(basePath, visibility)));
    }

    /** One configuration of the application. */
    public final class Case {

        private final String basePath;
        private final Visibility visibility;

        private Case(String basePath, Visibility visibility) {
            this.basePath = basePath;
            this.visibility = visibility;
        }

        /**
         * What is configured.
         *
         * @return the case in words
         */
        public String name() {
            return "base path '" + basePath + "', " + visibility.words();
        }

        /**
         * Starts the application and asks it everything.
         *
         * @throws AssertionError if the contract is broken; the message names path, finding, code and body
         * @throws Exception if the application cannot be started or asked
         */
        public void verify() throws Exception {
            try (var context = start.apply(visibility.properties(basePath))) {
                new ContractRun(context, visibility).verifyAll(List.of(Finding.values()));
            }
        }
    }
}
