package dev.sightglass.health;

/**
 * One thing that is looked at again and again in the background. In a Micronaut application every bean of this type is
 * registered by itself; {@link HealthMonitor#register(HealthCheck)} does it by hand.
 *
 * <p>A check has a thread of its own while it runs and never runs twice at once. It may block, throw or hang: that is
 * its own result and nobody else's.
 */
public interface HealthCheck {

    /**
     * What is fixed about the check. Read once, at registration.
     *
     * @return the specification
     */
    CheckSpec spec();

    /**
     * Looks. The thread is interrupted when the deadline has passed.
     *
     * @return what was found
     * @throws Exception on any failure; shown by its type alone, since messages may hold secrets, and logged in full
     */
    CheckResult check() throws Exception;

    /**
     * A check from its two parts.
     *
     * @param spec the specification
     * @param look what to run
     * @return the check
     */
    static HealthCheck of(CheckSpec spec, Look look) {
        return new HealthCheck() {
            @Override
            public CheckSpec spec() {
                return spec;
            }

            @Override
            public CheckResult check() throws Exception {
                return look.look();
            }
        };
    }

    /** The body of a check. */
    @FunctionalInterface
    interface Look {

        /**
         * Looks.
         *
         * @return what was found
         * @throws Exception on any failure
         */
        CheckResult look() throws Exception;
    }
}
