package dev.sightglass.metrics.group;

/**
 * An endpoint that a client is known to call, so that its series exist before the first call and keep their places.
 *
 * @param method the HTTP method, in capitals
 * @param template the path with its variables as names, such as {@code /api/reports/{id}}; never a raw path
 * @since 0.1.0
 */
public record HttpEndpoint(String method, String template) {}
