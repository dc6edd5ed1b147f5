package dev.sightglass.client.cli;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.lifecycle.ServiceFixture;
import dev.sightglass.client.testing.Reports;
import dev.sightglass.simulator.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a running service with reports that the server has refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorCommandsTest {

    private ServiceFixture service;

    /** What a command printed and answered to the shell. */
    private record Ran(int code, String out) {}

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        service = new ServiceFixture(root);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void well() {
        service.simulator().faults().clear();
    }

    @Test
    void aDeadReportIsFoundShownExportedAndSentAgain() throws Exception {
        var id = dead("again");

        var listed = run("queue", "ls", "--state", "dead", "--serial-number", "again");
        assertThat(listed.out).contains(id.toString(), "dead", "again", "the server found the report invalid");
        assertThat(run("queue", "show", id.toString()).out).contains("detected", "again.json", "accepted", "attempt",
            "dead");
        var file = Files.createTempDirectory("sightglass-export-").resolve("report.json");
        assertThat(run("queue", "export", id.toString(), "--out", file.toString()).code).isZero();
        assertThat(file).hasBinaryContent(Reports.valid("again").json());
        assertThat(run("queue", "export", id.toString(), "--out", file.toString()).code)
            .as("an export overwrites nothing").isEqualTo(ExitCode.CONFIGURATION.code());

        assertThat(run("queue", "retry", id.toString(), "--reason", "the server was mended").out)
            .contains("1 reports changed");
        await().untilAsserted(() -> assertThat(service.simulator().find(id)).isPresent());
        assertThat(run("queue", "journal").out).contains("retry", "the server was mended",
            System.getProperty("user.name"));
    }

    @Test
    void discardingNeedsAReasonAndIsInTheBalance() throws Exception {
        var id = dead("given-up");

        assertThat(run("queue", "discard", id.toString()).code).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("queue", "discard", id.toString(), "--reason", "a trial").out).contains("1 reports changed");
        assertThat(service.api("/api/v1/reports/" + id).body()).contains("cancelled", "a trial");
        var audit = run("audit");
        assertThat(audit.out).contains("discarded", "Everything is accounted for");
        assertThat(audit.code).isZero();
        assertThat(run("audit", "--since", "1h", "--json").out).contains("\"unaccounted\" : 0");
    }

    @Test
    void anActOnEverythingMustBeMeant() throws Exception {
        var forgotten = run("queue", "hold");
        assertThat(forgotten.code).isEqualTo(ExitCode.FOUND_WRONG.code());
        assertThat(forgotten.out).contains("all=true");
        var mistyped = service.post("/api/v1/reports/hold?stat=dead", new byte[0]);
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("stat: must be one of", "state");
    }

    @Test
    void heldReportsWaitUntilTheyAreReleased() throws Exception {
        run("queue", "pause", "--reason", "hands off for a moment");
        var report = Reports.valid("held");
        service.drop("wsjf", "held.json", report.json());
        await().untilAsserted(() -> assertThat(run("queue", "ls", "--state", "ready").out)
            .contains(report.id().toString()));

        assertThat(run("queue", "hold", report.id().toString()).out).contains("1 reports changed");
        assertThat(run("queue", "show", report.id().toString()).out).containsPattern("(?m)^now +paused")
            .containsPattern("(?m)by converter wsjf \\d\\.\\d\\.\\d$");
        run("queue", "resume");
        assertThat(run("queue", "ls", "--state", "paused").out).contains(report.id().toString());
        assertThat(run("queue", "release", "--state", "paused").out).contains("1 reports changed");
        await().untilAsserted(() -> assertThat(service.simulator().find(report.id())).isPresent());
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        var report = Reports.valid("done");
        service.drop("wsjf", "done.json", report.json());
        await().untilAsserted(() -> assertThat(run("queue", "ls", "--state", "delivered").out)
            .contains(report.id().toString()));

        assertThat(run("queue", "show", report.id().toString()).out)
            .containsPattern("delivered  status 200 after \\d+ ms");
        var answer = service.post("/api/v1/reports/" + report.id() + "/retry", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("is delivered");
        assertThat(service.post("/api/v1/reports/" + UUID.randomUUID() + "/retry", new byte[0]).statusCode())
            .isEqualTo(404);
        assertThat(service.api("/api/v1/nowhere").headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        assertThat(run("queue", "show", "nothing").code).isEqualTo(ExitCode.FOUND_WRONG.code());
    }

    @Test
    void aFileThatIsNotTakenIsExplained() throws Exception {
        var waiting = service.drop("wsjf", "not-yet.json.part", new byte[1]);
        assertThat(run("explain", waiting.toString()).out).contains("folder wsjf", "not finished");
        var other = service.drop("wsjf", "notes.docx", new byte[1]);
        assertThat(run("explain", other.toString()).out).contains("does not fit the folder's pattern");
        assertThat(run("explain", "/nowhere/a.json").out).contains("in no drop folder");

        var id = dead("explained");
        assertThat(run("explain", service.folder("wsjf").resolve("explained.json").toString()).out)
            .contains("no such file is there now", id.toString(), "dead");
        assertThat(run("explain", "503").out).contains("retry", "the server failed");
    }

    private UUID dead(String serialNumber) throws IOException {
        var report = Reports.valid(serialNumber);
        service.simulator().faults().set(Fault.status(400).times(1));
        service.drop("wsjf", serialNumber + ".json", report.json());
        await().untilAsserted(() -> assertThat(run("queue", "ls", "--state", "dead").out)
            .contains(report.id().toString()));
        return report.id();
    }

    private Ran run(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--url", service.url().toString()));
        var out = new StringWriter();
        int code = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
        return new Ran(code, out.toString());
    }
}
