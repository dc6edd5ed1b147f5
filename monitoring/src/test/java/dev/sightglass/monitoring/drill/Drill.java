package dev.sightglass.monitoring.drill;

import dev.sightglass.monitoring.drill.Prometheus.Histograms;
import dev.sightglass.monitoring.output.RuleFile;
import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.RuleGroup;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Network;

/**
 * Everything at once: service, load, Alertmanager, webhook, and both majors of Prometheus, each once with classic histograms from text and once
 * with native ones from protobuf. Alerts are those of the catalogue; only what its own settings allow is shortened.
 */
final class Drill implements AutoCloseable {

    /** Alert to its threshold and time to hold here. */
    private static final Map<String, Shorter> SHORTER =
        Map.of("SightglassQueueAge", new Shorter(BigDecimal.valueOf(3), "1s"),
            "SightglassDeadLetters", new Shorter(null, "1s"), "SightglassUpstreamDown", new Shorter(null, "1s"));

    final Webhook webhook = new Webhook();
    final Service service;
    final Alertmanager alertmanager;
    final List<Prometheus> prometheis;
    private final Network network = Network.newNetwork();

    Drill(Path folder) throws IOException {
        service = new Service(folder);
        alertmanager = new Alertmanager(Images.alertmanager(), network, webhook.port());
        prometheis = new ArrayList<>();
        for (var histograms : Histograms.values()) {
            prometheis.add(prometheus("v2", Images.prometheus2(), histograms));
            prometheis.add(prometheus("v3", Images.prometheus3(), histograms));
        }
        service.start();
    }

    private Prometheus prometheus(String version, String image, Histograms histograms) {
        var name = version + "-" + histograms.name().toLowerCase(Locale.ROOT);
        return new Prometheus(name, image, histograms, network, service.management, RuleFile.plain(shortened()));
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
        prometheis.forEach(Prometheus::close);
        alertmanager.close();
        network.close();
        service.close();
        webhook.close();
    }

    private record Shorter(@Nullable BigDecimal threshold, String hold) {}
}
