package dev.sightglass.metrics.micronaut.http;

import dev.sightglass.metrics.LabelBound;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.ServiceHttpClientConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The label of a call: its template if it has one, else the configured service, else {@code other}. A client that was not
 * made from an interface has no template, and names itself by its address unless it belongs to a configured service: an
 * address may be made up at run time, so it is never used.
 */
@Singleton
@Requires(classes = ServiceHttpClientConfiguration.class)
final class CallEndpoint {
    private final Set<String> services;

    CallEndpoint(List<ServiceHttpClientConfiguration> services) {
        this.services = services.stream().map(ServiceHttpClientConfiguration::getServiceId)
            .collect(Collectors.toUnmodifiableSet());
    }

    String of(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).map(CallEndpoint::path)
            .or(() -> BasicHttpAttributes.getServiceId(request).filter(services::contains))
            .orElse(LabelBound.OTHER);
    }

    /** Cuts what is not the path: {@code {?page}}, {@code {&page}}, {@code {#part}} and their literal forms. */
    static String path(String template) {
        int end = template.length();
        for (String mark : List.of("{?", "{&", "{#", "?", "#")) {
            int at = template.indexOf(mark);
            if (at >= 0 && at < end) {
                end = at;
            }
        }
        return end == 0 ? "/" : template.substring(0, end);
    }
}
