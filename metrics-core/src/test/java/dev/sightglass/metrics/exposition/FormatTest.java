package dev.sightglass.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,"
            + "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | PROTOBUF",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=1.0.0;q=0.4,*/*;q=0.1"
            + " | OPENMETRICS",
        "application/openmetrics-text;version=2.0.0,text/plain;q=0.1 | TEXT",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | TEXT",
        "application/json | JSON",
        "application/json;q=0.5, text/plain;q=0.4 | JSON",
        "text/* | TEXT",
        "text/plain;q=0, application/* | OPENMETRICS",
        "application/vnd.google.protobuf;proto=some.other.Message, application/json;q=0.1 | JSON",
        "image/png | TEXT",
        "text/plain;q=never | TEXT",
        ";;;,,, | TEXT",
        "'' | TEXT"})
    void theHighestQualityWins(String accept, Format expected) {
        assertThat(Format.negotiate(accept)).isEqualTo(expected);
    }

    @Test
    void noHeaderMeansText() {
        assertThat(Format.negotiate(null)).isEqualTo(Format.TEXT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"gzip | true", "deflate, gzip;q=0.5 | true",
        "* | true", "gzip;q=0 | false", "gzip;q=0.000 | false", "br | false", "none | false"})
    void gzipIsUsedWhereItIsWelcome(String acceptEncoding, boolean expected) {
        assertThat(ScrapeRequest.of(null, acceptEncoding, null).gzip()).isEqualTo(expected);
    }

    @Test
    void namesMayBeThoseOfFamiliesOrOfSeries() {
        NameFilter filter = ScrapeRequest.of(null, null, "name[]=jobs_total&name%5B%5D=took_seconds_bucket&x=y")
            .filter();

        assertThat(filter.test("jobs")).isTrue();
        assertThat(filter.test("took_seconds")).isTrue();
        assertThat(filter.test("other")).isFalse();
        assertThat(NameFilter.of(List.of()).takesAll()).isTrue();
    }

    @Test
    void tooMuchToAskForIsRefused() {
        assertThatThrownBy(() -> NameFilter.of(Collections.nCopies(1025, "a"))).hasMessageContaining("Found: 1025");
        assertThatThrownBy(() -> ScrapeRequest.of(null, null, "name[]=%ZZ"))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScrapeRequest.of(null, null, "a".repeat(65_537)))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
