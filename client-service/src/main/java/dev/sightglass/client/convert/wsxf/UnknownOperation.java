package dev.sightglass.client.convert.wsxf;

import dev.sightglass.converter.ConversionResult;
import java.time.Duration;

/** A report names its operation without the code, and the server did not say which code that is. */
final class UnknownOperation extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    UnknownOperation(String message) {
        super(message, null, false, false);
    }

    /** The server may be away, or the operation not set up yet; neither is the file's fault. */
    ConversionResult suspended() {
        return new ConversionResult.Suspended(String.valueOf(getMessage()), RETRY_AFTER);
    }
}
