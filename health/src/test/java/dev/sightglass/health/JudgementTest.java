package dev.sightglass.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    /** Results: + good, ~ degraded, - bad. States: U up, G degraded, D down. */
    @ParameterizedTest
    @CsvSource({"1,1,1, +-+-, UDUD", "2,3,1, +-+-+, UGUDU", "2,3,2, +--+-++, UGDDDDU", "3,3,1, +--+---+, UGGUGGDU",
        "3,5,1, -+, DU", "2,2,1, +~-~-, UGGGG", "2,3,2, --~~, DDDG"})
    void countsBadResultsInTheWindow(int bad, int of, int good, String results, String states) {
        var judgement = new Judgement(new Hysteresis(bad, of, good));
        var seen = new StringBuilder();
        for (int i = 0; i < results.length(); i++) {
            seen.append(letter(judgement.judge(result(results.charAt(i))).state()));
        }

        assertThat(seen).hasToString(states);
    }

    @Test
    void saysWhatIsToleratedAndWhatIsMissing() {
        var judgement = new Judgement(new Hysteresis(2, 2, 2));
        var reasons = new ArrayList<String>();
        for (char result : List.of('+', '-', '-', '+')) {
            reasons.add(judgement.judge(result(result)).reason());
        }

        assertThat(reasons).containsExactly("fine", "tolerated, 1 of 2 failures: broken", "broken",
            "recovering, 1 of 2 good results: fine");
    }

    @Test
    void refusesNumbersThatCannotBe() {
        for (var wrong : List.<Runnable>of(() -> new Hysteresis(0, 1, 1), () -> new Hysteresis(3, 2, 1),
            () -> new Hysteresis(1, 65, 1), () -> new Hysteresis(1, 1, 0))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Found");
        }
    }

    private static CheckResult result(char letter) {
        return switch (letter) {
            case '+' -> CheckResult.up("fine");
            case '~' -> CheckResult.degraded("slow", "look");
            default -> CheckResult.down("broken", "mend");
        };
    }

    private static char letter(ComponentState state) {
        return switch (state) {
            case UP -> 'U';
            case DEGRADED -> 'G';
            case DOWN -> 'D';
            case STALE, UNKNOWN -> '?';
        };
    }
}
