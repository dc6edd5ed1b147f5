package dev.sightglass.client.wats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {

    private static final String DATE = "Sun, 01 Mar 2026 12:00:00 GMT";
    private final ClockSkew skew = new ClockSkew();

    @ParameterizedTest
    @CsvSource({
        // asked, answered: what is certain
        "12:00:00.100, 12:00:00.200, PT0S", "11:59:59.500, 12:00:00.100, PT0S", "12:00:00.900, 12:00:01.900, PT0S",
        "12:01:01.000, 12:01:01.100, PT1M", "11:58:00.000, 11:59:00.000, PT-1M", "11:00:00.000, 13:00:00.000, PT0S"})
    void countsOnlyWhatIsCertain(String asked, String answered, Duration expected) {
        skew.saw(DATE, at(asked), at(answered));

        assertThat(skew.last()).isEqualTo(expected);
    }

    @Test
    void isNotKnownBeforeADateThatCanBeRead() {
        skew.saw("yesterday", at("12:00:00.000"), at("12:00:00.000"));

        assertThat(skew.last()).isNull();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }
}
