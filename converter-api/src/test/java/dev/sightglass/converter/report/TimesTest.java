package dev.sightglass.converter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:15:00Z,2026-03-02T09:15Z",
        "2026-03-02T09:15:00.1234567-05:00,2026-03-02T09:15:00.123456700-05:00",
        "2026-03-02 09:15:30,2026-03-02T09:15:30+01:00", "2026-07-02T09:15,2026-07-02T09:15+02:00",
        "2026-03-02t09:15:00.5,2026-03-02T09:15:00.500+01:00"})
    void readsTimesInTheMannerOfIso(String text, String expected) {
        assertThat(Times.parse(text, OSLO)).hasToString(expected);
    }

    @Test
    void readsTimesOfOtherFormats() {
        var format = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

        assertThat(Times.parse(" 02.03.2026 09:15:00 ", format, OSLO)).hasToString("2026-03-02T09:15+01:00");
        assertThatThrownBy(() -> Times.parse("noon", OSLO)).isInstanceOf(DateTimeException.class);
    }
}
