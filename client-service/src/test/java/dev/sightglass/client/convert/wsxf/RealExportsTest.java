package dev.sightglass.client.convert.wsxf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.convert.Reports;
import dev.sightglass.client.convert.wsjf.WsjfConverter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two exports of one report from a real server, which the project does not own and therefore does not hold. */
@EnabledIfEnvironmentVariable(named = "WATS_EXPORTS", matches = ".+", disabledReason = "WATS_EXPORTS names no folder with real exports")
class RealExportsTest {

    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("WATS_EXPORTS", "."));

    @Test
    void xmlBecomesTheSameReportAsJson() {
        var json = Reports.of(new WsjfConverter(), FOLDER.resolve("uut-export.wsjf.json"));
        var xml = Reports.of(new WsxfConverter(), FOLDER.resolve("uut-export.wsxf.xml"));

        assertThat(xml).hasSize(1);
        assertThat(Reports.essence(xml.getFirst())).isEqualTo(Reports.essence(json.getFirst()));
    }
}
