package dev.sightglass.example.micronaut;

import dev.sightglass.metrics.track.TrackRequestMetrics;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What customers ask. */
@Controller("/quotes")
class QuoteController {
    private static final Logger logger = LoggerFactory.getLogger(QuoteController.class);

    private final PriceClient prices;
    private final Quotes quotes;

    QuoteController(PriceClient prices, Quotes quotes) {
        this.prices = prices;
        this.quotes = quotes;
    }

    /** Ends, for the metrics, when the price is there: not when the method returns. */
    @Get("/{part}{?count}")
    @TrackRequestMetrics("quote")
    Mono<Quote> quote(String part, int count) {
        return price(part).map(price -> quotes.make(part, count, price))
            .doOnNext(quote -> logger.info("quoted {}", quote));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<String> refuse(IllegalArgumentException reason) {
        return HttpResponse.badRequest(reason.getMessage());
    }

    /** For the metrics of outgoing calls a 404 is an answer. Here it means that there is nothing to quote. */
    private Mono<Long> price(String part) {
        return prices.price(part).onErrorResume(HttpClientResponseException.class,
            answer -> answer.code() == HttpStatus.NOT_FOUND.getCode() ? Mono.empty() : Mono.error(answer));
    }
}
