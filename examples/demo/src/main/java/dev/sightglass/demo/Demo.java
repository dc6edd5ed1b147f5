package dev.sightglass.demo;

import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The whole demonstration, from an empty folder to the ledger. */
final class Demo {

    private static final String TOKEN = "ZGVtbzpkZW1v";
    private static final double DUPLICATES = 0.01;
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final DropLoad load;
    private final WatsSimulator simulator;
    private final ServiceProcess service;
    private final Progress progress;
    private final DropFolders folders;
    /** Opened by the end of the load, and by Ctrl-C. */
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch cleaned = new CountDownLatch(1);

    private Demo(DemoPlan plan, DropFolders folders, WatsSimulator simulator, ServiceProcess service) {
        this.folders = folders;
        this.simulator = simulator;
        this.service = service;
        this.progress = new Progress(plan.reports());
        var workload = new Workload(WorkloadOptions.mixed(plan.seed()).withDuplicateShare(DUPLICATES));
        this.load = new DropLoad(workload, folders, plan.reports(), plan.filesPerSecond());
    }

    /** Returns the exit code. */
    static int run(DemoPlan plan) throws IOException, InterruptedException {
        var options = SimulatorOptions.defaults().withPort(0).withToken(TOKEN).withLatency(plan.latency());
        var root = Files.createTempDirectory("sightglass-demo-");
        try (var simulator = WatsSimulator.start(options)) {
            var folders = DropFolders.create(root);
            System.out.println("Starting the service (log: " + root.resolve("service.log") + ")");
            var file = new ServiceFile(simulator.url(), TOKEN, plan.port(), plan.managementPort(), Map.of(),
                "upload:\n  rate-limit: none\n");
            try (var service =
                ServiceProcess.start(command(plan), file.write(folders), plan.managementPort())) {
                welcome(plan, simulator, folders);
                return new Demo(plan, folders, simulator, service).flow();
            }
        } finally {
            tidy(plan, root);
        }
    }

    private static List<String> command(DemoPlan plan) {
        return List.of(plan.java().toString(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", plan.service().toString());
    }

    private static void welcome(DemoPlan plan, WatsSimulator simulator, DropFolders folders) {
        System.out.printf("""

                            Drop folders   %s
                            Health         http://127.0.0.1:%d/health/details
                            Metrics        http://127.0.0.1:%d/metrics
                            API            http://127.0.0.1:%d/api/v1/status
                            WATS server    %s (simulated)

                          """, folders.root(), plan.managementPort(), plan.managementPort(), plan.port(),
            simulator.url());
        System.out.println(plan.reports() > 0 ? "Dropping files until " + plan.reports() + " reports are due."
            : "Dropping files; Ctrl-C ends.");
    }

    private int flow() throws InterruptedException, IOException {
        var hook = new Thread(this::interrupted, "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
        var loading = Thread.ofPlatform().name("load").start(load);
        var ledger = watch();
        load.stop();
        loading.join();
        progress.end();
        System.out.println(ledger);
        if (!service.isAlive()) {
            System.out.println("The service ended before its time. The end of its log:\n" + service.tail());
        }
        cleaned.countDown();
        return ledger.isComplete() ? 0 : 1;
    }

    /** Ends when all has arrived, when nothing arrives any more, or at Ctrl-C. */
    private Ledger watch() throws InterruptedException, IOException {
        var lastChange = Instant.now();
        var before = Ledger.of(load.dropped(), simulator, folders);
        while (!finished.await(progress.interval().toMillis(), TimeUnit.MILLISECONDS)) {
            var now = Ledger.of(load.dropped(), simulator, folders);
            progress.show(now);
            if (!now.equals(before)) {
                lastChange = Instant.now();
            }
            boolean stalled = Duration.between(lastChange, Instant.now()).compareTo(STALLED) > 0;
            if (!service.isAlive() || (load.isDone() && (now.isComplete() || stalled))) {
                return now;
            }
            before = now;
        }
        load.stop();
        return settled();
    }

    /** After Ctrl-C: what was dropped is given a moment to arrive, so that the ledger tells the truth. */
    private Ledger settled() throws InterruptedException, IOException {
        var end = Instant.now().plusSeconds(10);
        var ledger = Ledger.of(load.dropped(), simulator, folders);
        while (!ledger.isComplete() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            ledger = Ledger.of(load.dropped(), simulator, folders);
        }
        return ledger;
    }

    private void interrupted() {
        finished.countDown();
        try {
            boolean _ = cleaned.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tidy(DemoPlan plan, Path root) throws IOException {
        if (plan.keep()) {
            System.out.println("Kept " + root);
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
