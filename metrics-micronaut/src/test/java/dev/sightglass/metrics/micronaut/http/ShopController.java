package dev.sightglass.metrics.micronaut.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Flux;

@Controller("/shop")
@Requires(property = "spec.name", value = "client")
class ShopController {
    final CompletableFuture<String> slow = new CompletableFuture<>();
    final CountDownLatch slowAsked = new CountDownLatch(1);

    @Get(value = "/items/{id}", produces = MediaType.TEXT_PLAIN)
    String item(String id) {
        return "item " + id;
    }

    @Get("/broken")
    HttpResponse<String> broken() {
        return HttpResponse.serverError("broken");
    }

    @Post("/orders")
    HttpResponse<String> order(@Body String order) {
        return HttpResponse.created(Integer.toString(order.length()));
    }

    @Delete("/orders/{id}")
    HttpResponse<?> cancel(String id) {
        return HttpResponse.noContent();
    }

    @Get(value = "/chunked", produces = MediaType.TEXT_PLAIN)
    Flux<String> chunked() {
        return Flux.just("12345", "67890");
    }

    @Get("/moved")
    HttpResponse<?> moved() {
        return HttpResponse.redirect(URI.create("/shop/target"));
    }

    @Get("/target")
    String target() {
        return "here";
    }

    @Get("/slow")
    CompletionStage<String> slow() {
        slowAsked.countDown();
        return slow;
    }
}
