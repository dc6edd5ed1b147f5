package dev.sightglass.metrics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Scrapes;
import dev.sightglass.metrics.group.ReadyGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsContractTest {
    private static final CounterDeclaration LOAVES = CounterDeclaration.of("loaves", "Loaves.", Label.open("kind", 5));

    private final MetricsCollector metrics = MetricsCollector.builder().namespace("bakery").build();
    private CounterMetric loaves;

    @BeforeEach
    void declare() {
        loaves = metrics.counter(LOAVES);
        metrics.histogram(HistogramDeclaration.seconds("bake", "Time.", List.of(1.0, 2.0))).bind();
    }

    @Test
    void aDeclaredMetricWithoutSeriesBreaksIt() {
        MetricsContract contract = MetricsContract.of(metrics);

        assertThatThrownBy(contract::assertScrapeMatches).isInstanceOf(AssertionError.class)
            .hasMessageContaining("bakery_loaves: is declared, but has no series");
        contract.maybeAbsent(LOAVES).assertScrapeMatches();
        loaves.bind("rye");
        MetricsContract.of(metrics).assertScrapeMatches();
    }

    @Test
    void aSeriesOrLabelThatIsNotDeclaredBreaksIt() {
        loaves.bind("rye");
        String scrape = Scrapes.text(metrics);

        assertThat(MetricsContract.of(metrics).violationsInScrape(scrape + "bakery_cakes 3.0\n"))
            .containsExactly("bakery_cakes: is in the scrape, but not declared");
        assertThat(MetricsContract.of(metrics).violationsInScrape(scrape.replace("kind=", "sort=")))
            .containsExactly("bakery_loaves_total: is declared with labels [kind]. Found: [sort]");
    }

    @Test
    void aQueryMayOnlyUseWhatIsDeclared() {
        MetricsContract contract = MetricsContract.of(metrics);

        assertThat(contract.violationsIn("good.yml",
            """
            expr: sum by (kind) (rate(bakery_loaves_total{kind=~"r.*",job="x"}[5m])) > 0
            expr: histogram_quantile(0.9, rate(bakery_bake_seconds_bucket{le!="+Inf"}[5m]))
            expr: histogram_quantile(0.9, rate(bakery_bake_seconds[5m]))
            record: bakery_loaves:rate5m
            {"expr": "bakery_loaves_total{kind=\\"a=b\\", instance=\\"$i\\"}"}
            """)).isEmpty();
        assertThat(contract.violationsIn("bad.yml", """
                                                    expr: rate(bakery_loafs_total[5m])
                                                    expr: bakery_loaves_total{sort="rye"}
                                                    expr: bakery_loaves
                                                    """)).hasSize(3)
            .anySatisfy(line -> assertThat(line)
                .isEqualTo("bad.yml:1: bakery_loafs_total is not declared. The nearest is bakery_loaves_total"))
            .anySatisfy(line -> assertThat(line).startsWith("bad.yml:2: bakery_loaves_total has no label sort"));
    }

    @Test
    void aQueryMayOnlyAskForValuesThatCanBe() {
        metrics.counter(CounterDeclaration.of("orders", "Orders.", Label.closed("state", "open", "paid"),
            Label.open("shop", 5)));
        MetricsContract contract = MetricsContract.of(metrics);

        assertThat(contract.violationsIn("good.yml", """
                                                     expr: bakery_orders_total{state="open", shop="anywhere"}
                                                     expr: bakery_orders_total{state=~"open|paid|other"}
                                                     expr: bakery_orders_total{state=~"$state", shop!=""}
                                                     expr: bakery_orders_total{state=~"p.*"}
                                                     """)).isEmpty();
        assertThat(contract.violationsIn("bad.yml", """
                                                    expr: bakery_orders_total{state="payed"}
                                                    {"expr": "bakery_orders_total{state!~\\"open|closed\\"}"}
                                                    """)).containsExactly(
            "bad.yml:1: state of bakery_orders_total is never payed. It can be [open, other, paid]",
            "bad.yml:2: state of bakery_orders_total is never closed. It can be [open, other, paid]");
    }

    @Test
    void aQueryMayOnlyGroupByLabelsThatExist() {
        MetricsContract contract = MetricsContract.of(metrics);

        assertThat(contract.violationsIn("good.yml",
            "sum by (kind, job, le) (bakery_loaves_total) / on () group_left (kind) up")).isEmpty();
        assertThat(contract.violationsIn("bad.yml", "sum by (knd) (bakery_loaves_total)"))
            .containsExactly("bad.yml:1: no metric has the label knd to group by. If the server adds it, name it in "
                + "labelsFromOutside");
        assertThat(contract.labelsFromOutside("pod").violationsIn("pods.yml", "sum by (pod) (bakery_loaves_total)"))
            .isEmpty();
    }

    @Test
    void filesAreReadAndNamed(@TempDir Path directory) throws IOException {
        Path dashboard = Files.writeString(directory.resolve("dashboard.json"),
            "{\"expr\": \"bakery_cakes_total\", \"uid\": \"bakery_overview\", \"by\": \"bakery_loaves_total{shop='1'}\"}");
        MetricsContract contract = MetricsContract.of(metrics).notMetrics("bakery_overview").labelsFromOutside("shop");

        assertThatThrownBy(() -> contract.assertFilesUseOnlyDeclared(dashboard)).isInstanceOf(AssertionError.class)
            .hasMessageContaining("dashboard.json:1: bakery_cakes_total is not declared")
            .hasMessageNotContaining("overview").hasMessageNotContaining("shop");
    }

    @Test
    void everyReadyGroupKeepsIt() {
        MetricsCollector all = MetricsCollector.create();
        ReadyGroups.useAll(all);

        MetricsContract.of(all).assertScrapeMatches();
    }
}
