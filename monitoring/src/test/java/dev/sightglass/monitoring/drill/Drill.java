package dev.sightglass.monitoring.drill;

import dev.sightglass.monitoring.output.RuleFile;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.RuleGroup;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything at once: service, load, Prometheus with classic histograms from text, Prometheus with native ones from protobuf, Alertmanager,
 * webhook. Alerts are those of the catalogue; only what its own settings allow is shortened.
 */
final class Drill implements AutoCloseable {

    /** Alert to its threshold and time to hold here. */
    private static final Map<String, Shorter> SHORTER =
        Map.of("SightglassQueueAge", new Shorter(BigDecimal.valueOf(3), "1s"),
            "SightglassDeadLetters", new Shorter(null, "1s"), "SightglassUpstreamDown", new Shorter(null, "1s"));

    final Webhook webhook = new Webhook();
    final Service service;
    final Alertmanager alertmanager;
    final Prometheus classic;
    final Prometheus nativeOne;

    Drill(Path folder, Path prometheus, Path newest, Path alertmanager) throws IOException {
        service = new Service(Files.createDirectories(folder.resolve("service")));
        this.alertmanager = new Alertmanager(alertmanager, folder.resolve("alertmanager"), webhook.port());
        var rules = Files.writeString(folder.resolve("rules.yaml"), RuleFile.plain(shortened()));
        classic = new Prometheus(prometheus, folder.resolve("classic"), service.management, rules,
            this.alertmanager.port, "exemplar-storage");
        nativeOne = new Prometheus(newest, folder.resolve("native"), service.management, rules, 0,
            "native-histograms,exemplar-storage");
    }

    /** With every group at Prometheus's own interval, which is a second here. */
    static Catalogue shortened() {
        var catalogue = Catalogue.load().with("smooth", "3s").mapAlerts(Drill::shortened);
        return new Catalogue(catalogue.parameters(), catalogue.groups().stream()
            .map(group -> new RuleGroup(group.name(), null, group.recordings(), group.alerts())).toList());
    }

    private static Alert shortened(Alert alert) {
        var shorter = SHORTER.get(alert.key());
        return shorter == null ? alert
            : alert.with(shorter.threshold() == null ? alert.threshold() : shorter.threshold(), shorter.hold(), null);
    }

    @Override
    public void close() {
        nativeOne.close();
        classic.close();
        alertmanager.close();
        service.close();
        webhook.close();
    }

    private record Shorter(@Nullable BigDecimal threshold, String hold) {}
}
