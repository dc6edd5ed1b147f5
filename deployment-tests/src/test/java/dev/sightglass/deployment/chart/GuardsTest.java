package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each guard is tried, and speaks with its own message. */
class GuardsTest {

    /** A mistake that somebody can make: on top of a good file, these values are refused with these words. */
    enum Mistake {
        NO_URL("sqlite", "wats: {url: ''}", "wats.url: must be the address"),
        NO_TOKEN("sqlite", "wats: {existingSecret: {name: ''}}", "wats.existingSecret.name: must name a Secret"),
        TWO_TOKENS("sqlite", "wats: {token: x}", "wats.token: must not stand beside"),
        NO_DATABASE("postgresql", "queue: {postgresql: {url: ''}}", "queue.postgresql.url: must be set"),
        NO_PASSWORD("postgresql", "queue: {postgresql: {existingSecret: {name: ''}}}",
            "queue.postgresql.existingSecret.name: must name a Secret"),
        TWO_PASSWORDS("postgresql", "queue: {postgresql: {password: x}}",
            "queue.postgresql.password: must not stand beside"),
        REPLICAS_ON_SQLITE("sqlite", "replicas: 2", "replicas: must be 1 with queue.store=sqlite"),
        SCALING_ON_SQLITE("sqlite", "autoscaling: {enabled: true}", "must be false with queue.store=sqlite"),
        KEDA_ON_SQLITE("sqlite", "keda: {enabled: true}", "must be false with queue.store=sqlite"),
        DATABASE_ON_SQLITE("sqlite", "queue: {postgresql: {url: 'jdbc:postgresql://a/b'}}",
            "is read only with queue.store=postgresql"),
        TWO_SCALERS("keda", "autoscaling: {enabled: true}", "only one may decide on the replicas"),
        MORE_AT_LEAST_THAN_AT_MOST("keda", "keda: {minReplicas: 9}", "keda.minReplicas: must not be above"),
        AUTOSCALING_ON_NOTHING("postgresql", "autoscaling: {enabled: true, queueAge: {enabled: false}}",
            "autoscaling: must have something to scale on"),
        KEDA_WITHOUT_PROMETHEUS("keda", "keda: {prometheus: {serverAddress: ''}, additionalTriggers: []}",
            "keda.prometheus.serverAddress: must be the address"),
        TWO_BUDGETS("postgresql", "podDisruptionBudget: {minAvailable: 1}", "Found: both"),
        NO_BUDGET("postgresql", "podDisruptionBudget: {maxUnavailable: null}", "Found: neither"),
        BUDGET_OF_NOTHING("postgresql", "podDisruptionBudget: {maxUnavailable: 0}",
            "podDisruptionBudget.maxUnavailable: must be above 0"),
        BUDGET_OF_ALL("postgresql", "podDisruptionBudget: {minAvailable: 2, maxUnavailable: null}",
            "podDisruptionBudget.minAvailable: must be below the replicas (2)"),
        FOLDER_TWICE("edge", "folders: [{name: a, converter: b, path: /c}, {name: a, converter: b, path: /d}]",
            "folders[1].name: must be unique"),
        FOLDER_FROM_NOWHERE("edge", "folders: [{name: a, converter: b}]",
            "folders[0].volume: must say where the files of a come from"),
        TWO_MONITORS("sqlite", "serviceMonitor: {enabled: true}\npodMonitor: {enabled: true}",
            "or every sample arrives twice"),
        MONITOR_OF_NOTHING("sqlite", "serviceMonitor: {enabled: true}\nmetrics: {enabled: false}",
            "metrics.enabled: must be true for a monitor"),
        KILL_BEFORE_THE_END("sqlite", "terminationGracePeriodSeconds: 30",
            "terminationGracePeriodSeconds: must be above preStopSleepSeconds + drain.total (30 s)"),
        KILL_BEFORE_A_LONG_END("sqlite", "drain: {total: 2m}", "(125 s)");

        private final String shape;
        private final String values;
        private final String words;

        Mistake(String shape, String values, String words) {
            this.shape = shape;
            this.values = values;
            this.words = words;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeIsRefusedInWords(Mistake mistake) {
        var chart = Chart.ci(mistake.shape).and(mistake.values);

        assertThatThrownBy(chart::render).hasMessageContaining(mistake.words);
    }

    @Test
    void everyGuardIsTried() throws Exception {
        var guards = Files.readString(Chart.FOLDER.resolve("templates/_guards.tpl"));
        var messages = Pattern.compile("fail \\(?(?:printf )?\"([^\"]+)\"").matcher(guards).results()
            .map(found -> found.group(1)).toList();

        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(Arrays.stream(Mistake.values()))
            .anySatisfy(mistake -> assertThat(fits(message, mistake.words)).isTrue()));
    }

    /** Whether the words stand in what the format can become. */
    private static boolean fits(String format, String words) {
        return Stream.of(format.split("%[ds]")).anyMatch(part -> part.contains(words) || words.contains(part.strip()))
            || Pattern.compile(Pattern.quote(format).replace("%d", "\\E\\d+\\Q").replace("%s", "\\E.+\\Q"))
                .matcher(words).find();
    }
}
