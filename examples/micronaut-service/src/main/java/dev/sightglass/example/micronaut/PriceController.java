package dev.sightglass.example.micronaut;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The price service itself, in the same program so that the example runs alone. */
@Controller("/prices")
class PriceController {
    private static final Logger logger = LoggerFactory.getLogger(PriceController.class);
    private static final Map<String, Long> CENTS = Map.of("bolt", 12L, "nut", 7L, "washer", 2L);

    @Get("/{part}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Long> price(String part) {
        logger.info("looking up {}", part);
        var cents = CENTS.get(part);
        return cents == null ? HttpResponse.notFound() : HttpResponse.ok(cents);
    }
}
