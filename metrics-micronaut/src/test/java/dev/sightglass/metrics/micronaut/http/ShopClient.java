package dev.sightglass.metrics.micronaut.http;

import org.jspecify.annotations.Nullable;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.annotation.Body;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import java.util.Map;
import org.reactivestreams.Publisher;

@Client("/shop")
interface ShopClient {

    @Get("/items/{id}{?lang}")
    @Consumes(MediaType.TEXT_PLAIN)
    String item(String id, @QueryValue @Nullable String lang);

    @Get("/missing/{id}")
    @Nullable
    String missing(String id);

    @Get("/broken")
    String broken();

    @Post("/orders")
    String order(@Body Map<String, String> order);

    @TrackRequestMetrics("cancel_order")
    @Delete("/orders/{id}")
    void cancel(String id);

    @Get("/chunked")
    @Consumes(MediaType.TEXT_PLAIN)
    String chunked();

    @Get("/cached")
    HttpResponse<?> cached();

    @Get("/moved")
    String moved();

    @Get("/slow")
    @SingleResult
    Publisher<String> slow();
}
