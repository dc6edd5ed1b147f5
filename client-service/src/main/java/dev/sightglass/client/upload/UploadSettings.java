package dev.sightglass.client.upload;

/** The settings in force. They may change while the service runs, as a whole; whoever needs one asks each time. Thread-safe. */
public final class UploadSettings {

    private volatile InForce inForce;

    UploadSettings(UploadConfig config) {
        this.inForce = InForce.of(config);
    }

    /** What is read for every report is worked out once. */
    private record InForce(UploadConfig config, Rate rate, Outcomes outcomes) {

        static InForce of(UploadConfig config) {
            return new InForce(config, config.rate(), config.table());
        }
    }

    /**
     * Puts other settings in force.
     *
     * @param config all of them
     */
    public void use(UploadConfig config) {
        inForce = InForce.of(config);
    }

    UploadConfig config() {
        return inForce.config();
    }

    Rate rate() {
        return inForce.rate();
    }

    Outcomes outcomes() {
        return inForce.outcomes();
    }
}
