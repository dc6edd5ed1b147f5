package dev.sightglass.metrics.micronaut.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;

/** A filter of the application, such as a cache, that answers by itself. */
@Order(0)
@ClientFilter("/shop/cached")
@Requires(property = "spec.name", value = "client")
final class ShortCut {

    @RequestFilter
    HttpResponse<?> answer(MutableHttpRequest<?> request) {
        return HttpResponse.ok();
    }
}
