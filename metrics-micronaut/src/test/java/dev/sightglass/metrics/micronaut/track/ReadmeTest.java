package dev.sightglass.metrics.micronaut.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.micronaut.Scrapes;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path ORDERS = Path.of("src/test/java/dev/sightglass/metrics/micronaut/track/Orders.java");

    @Test
    void showsABeanThatCompiles() throws IOException {
        var compiled = Files.readString(ORDERS);

        assertThat(SNIPPET.matcher(Files.readString(Path.of("README.md"))).results().toList()).isNotEmpty()
            .allSatisfy(snippet -> assertThat(compiled).contains(snippet.group(1)));
    }

    @Test
    void showsABeanThatIsMeasured() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(Orders.class).place("Oslo").block()).isEqualTo("placed in Oslo");

            assertThat(Scrapes.lines(context)).contains(
                "sightglass_orders_placed_total{shop=\"Oslo\"} 1.0",
                "sightglass_operation_requests_total{operation=\"place_order\",outcome=\"success\"} 1.0");
        }
    }
}
