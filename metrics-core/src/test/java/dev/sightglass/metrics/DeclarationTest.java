package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    @Test
    void theNameInAScrapeFollowsFromNameUnitAndType() {
        assertThat(CounterDeclaration.of("input", "Input.").in(MetricUnit.BYTES).seriesName())
            .isEqualTo("input_bytes_total");
        assertThat(GaugeDeclaration.of("cache_hit", "Hits.").in(MetricUnit.RATIO).seriesName())
            .isEqualTo("cache_hit_ratio");
        assertThat(InfoDeclaration.of("build", "Build.", "version").seriesName()).isEqualTo("build_info");
        assertThat(HistogramDeclaration.seconds("wait", "Wait.", List.of(1.0)).seriesName()).isEqualTo("wait_seconds");
    }

    @Test
    void aSuffixThatIsAddedAnywayIsRefused() {
        assertThatThrownBy(() -> CounterDeclaration.of("jobs_total", "Jobs."))
            .hasMessage("metric jobs_total: must not end in _total, which is added from its type or unit. "
                + "Leave the suffix out");
        assertThatThrownBy(() -> HistogramDeclaration.seconds("wait_seconds", "Wait.", List.of(1.0)))
            .hasMessageContaining("must not end in _seconds");
    }

    @Test
    void whatPrometheusWouldRefuseIsRefusedFirst() {
        assertThatThrownBy(() -> GaugeDeclaration.of("Depth", "Depth.")).hasMessageContaining("Found: Depth");
        assertThatThrownBy(() -> GaugeDeclaration.of("depth", " ")).hasMessageContaining("needs a help text");
        assertThatThrownBy(() -> Label.open("le", 3)).hasMessageContaining("Found: le");
        assertThatThrownBy(() -> Label.open("kind", 0)).hasMessageContaining("at least 1. Found: 0");
        assertThatThrownBy(() -> GaugeDeclaration.of("depth", "Depth.", Label.open("a", 1), Label.open("a", 2)))
            .hasMessageContaining("label a is given twice");
        assertThatThrownBy(() -> HistogramDeclaration.seconds("wait", "Wait.", List.of(2.0, 1.0)))
            .hasMessageContaining("bounds must ascend");
        assertThatThrownBy(() -> HistogramDeclaration.seconds("wait", "Wait.", List.of()))
            .hasMessageContaining("classic bounds belong to");
        assertThatThrownBy(() -> StateSetDeclaration.of("state", "State.", Label.open("state", 3)))
            .hasMessageContaining("must be bound by an enum");
        assertThatThrownBy(() -> Label.closed("way", "in").reserving("out"))
            .hasMessageContaining("only an open label reserves");
    }

    @Test
    void anEnumMayChooseItsOwnLabelText() {
        enum Protocol implements LabelValue {
            HTTP_1_1("http/1.1");

            private final String label;

            Protocol(String label) {
                this.label = label;
            }

            @Override
            public String label() {
                return label;
            }
        }
        assertThat(Label.ofEnum("protocol", Protocol.class).bound().known()).containsExactly("http/1.1");
    }

    @Test
    void theReferencePageIsMadeOfDeclarations() {
        String page = ReferencePage.of("bakery", List.of(
            CounterDeclaration.of("oven_loaves", "Loaves baked.", Label.open("kind", 7).reserving("rye")),
            HistogramDeclaration.seconds("oven_bake", "Baking time.", List.of(1.0)),
            InfoDeclaration.of("build", "The build.", "version")));

        assertThat(page).containsSubsequence("## build", "| `bakery_build_info` | info | `version` | The build. |",
            "## oven", "| `bakery_oven_bake_seconds` | histogram, classic and native |  | Baking time. |",
            "| `bakery_oven_loaves_total` | counter | `kind`: at most 7, and reserved rye | Loaves baked. |");
    }
}
