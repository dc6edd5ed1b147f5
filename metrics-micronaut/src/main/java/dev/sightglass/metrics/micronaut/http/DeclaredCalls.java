package dev.sightglass.metrics.micronaut.http;

import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.HttpEndpoint;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.annotation.PostConstruct;
import java.util.Locale;
import java.util.stream.Stream;

/** Lets the series of every call that a client interface declares exist from the start. */
@Context
@Requires(classes = Client.class)
final class DeclaredCalls {
    private final BeanContext context;
    private final HttpClientMetrics metrics;

    DeclaredCalls(BeanContext context, HttpClientMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    @PostConstruct
    void announce() {
        metrics.known(context.getBeanDefinitions(Qualifiers.byStereotype(Client.class)).stream()
            .flatMap(DeclaredCalls::of).distinct().toArray(HttpEndpoint[]::new));
    }

    private static Stream<HttpEndpoint> of(BeanDefinition<?> client) {
        var base = client.stringValue(Client.class, "path").filter(path -> !path.isEmpty())
            .or(() -> client.stringValue(Client.class).filter(id -> id.startsWith("/"))).orElse("");
        return client.getExecutableMethods().stream().flatMap(method -> method
            .getAnnotationTypeByStereotype(HttpMethodMapping.class)
            .map(verb -> endpoint(base, method, verb.getSimpleName())).stream());
    }

    private static HttpEndpoint endpoint(String base, ExecutableMethod<?, ?> method, String verb) {
        var uri = method.stringValue(HttpMethodMapping.class).filter(text -> !text.isEmpty())
            .orElseGet(() -> "/" + method.getMethodName());
        return new HttpEndpoint(method.stringValue(CustomHttpMethod.class, "method")
            .orElseGet(() -> verb.toUpperCase(Locale.ENGLISH)), CallEndpoint.path(base + uri));
    }
}
