package dev.sightglass.monitoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.monitoring.rule.Alert;
import dev.sightglass.monitoring.rule.Catalogue;
import dev.sightglass.monitoring.rule.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert has a runbook, complete, and every runbook an alert. What the runbooks ask is executed in DrillTest. */
class RunbooksTest {

    private static final Pattern COMMAND = Pattern.compile("@Command\\(name = \"([a-z]+)\"");
    private static final Pattern MENTION = Pattern.compile("`sightglass ([a-z]+)");

    static List<String> names() {
        return Catalogue.load().alerts().stream().map(Alert::alert).distinct().toList();
    }

    @Test
    void everyRunbookBelongsToAnAlert() throws IOException {
        try (var files = Files.list(Project.ROOT.resolve("docs/runbooks"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")).collect(toSet()))
                .isEqualTo(names().stream().collect(toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasItsSectionsAndSomethingInEach(String alert) {
        var runbook = Page.runbook(alert);
        assertThat(runbook.text()).startsWith("# " + alert + "\n");
        assertThat(runbook.sections()).containsExactly("Meaning", "Impact", "Diagnosis", "Mitigation", "Escalation");
        assertThat(runbook.text().split("\n## [A-Za-z]+\n")).hasSize(6)
            .allSatisfy(section -> assertThat(section.strip()).hasSizeGreaterThan(10));
        assertThat(runbook.queries()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void speaksOnlyOfSeriesThatThereAre(String alert) {
        var known = RecordedScrape.load().names();
        known.addAll(Catalogue.load().recordings().stream().map(Recording::record).collect(toSet()));
        for (var query : Page.runbook(alert).queries()) {
            assertThat(PromQl.bareNames(query)).as(query).isSubsetOf(known);
            assertThat(PromQl.selectors(query)).as(query).extracting(PromQl.Selector::name).isSubsetOf(known);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void linksLeadSomewhere(String alert) {
        assertThat(Page.runbook(alert).links()).filteredOn(link -> !link.startsWith("http"))
            .allSatisfy(link -> assertThat(Project.ROOT.resolve("docs/runbooks").resolve(link)).exists());
    }

    /** By the source of the commands, which this module does not load. */
    @ParameterizedTest
    @MethodSource("names")
    void namesOnlyCommandsThatThereAre(String alert) throws IOException {
        var commands = new ArrayList<String>();
        try (var files = Files.list(Project.ROOT.resolve("client-service/src/main/java/dev/sightglass/client/cli"))) {
            for (var file : files.toList()) {
                COMMAND.matcher(Files.readString(file)).results().forEach(found -> commands.add(found.group(1)));
            }
        }
        assertThat(commands).contains("explain");
        assertThat(MENTION.matcher(Page.runbook(alert).text()).results().map(found -> found.group(1)))
            .isSubsetOf(commands);
    }
}
