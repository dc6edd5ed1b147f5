package dev.sightglass.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ManualTime time = new ManualTime();
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch release = new CountDownLatch(1);
    private final HealthMonitor monitor = new HealthMonitor(time.source(), List.of(new HealthListener() {
        @Override
        public void changed(ComponentState before, ComponentHealth component) {
            changes.add(component.name() + " " + before + "->" + component.state());
        }
    }), HealthPolicy.NONE);

    @AfterEach
    void letEverythingGo() {
        release.countDown();
        monitor.close();
    }

    @Test
    void liveButNotReadyBeforeTheFirstResult() {
        monitor.register(new ScriptedCheck(ready("store")));

        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.DOWN);

        runAll("store");
        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.UP);
    }

    @Test
    void aHangingCheckIsDownWithItsAgeAndHurtsNoOther() {
        monitor.register(new ScriptedCheck(ready("hanging")).hangingUntil(release));
        var other = new ScriptedCheck(ready("other"));
        monitor.register(other);
        runAll("other");

        time.pass(DEADLINE);
        monitor.tick();

        assertThat(health("hanging").state()).isEqualTo(ComponentState.DOWN);
        assertThat(health("hanging").reason()).startsWith("no answer within 2 s");
        time.pass(INTERVAL);
        monitor.tick();
        await().dontCatchUncaughtExceptions().until(() -> other.begun() == 2);
        assertThat(health("hanging").age()).isEqualTo(DEADLINE.plus(INTERVAL));
        assertThat(health("hanging").reason()).contains("still running after 12 s");
        assertThat(health("other").state()).isEqualTo(ComponentState.UP);
    }

    @Test
    void aHangingCheckNeverRunsTwiceAtOnce() {
        var hanging = new ScriptedCheck(ready("hanging")).hangingUntil(release);
        monitor.register(hanging);
        for (int i = 0; i < 50; i++) {
            monitor.tick();
            time.pass(INTERVAL);
        }

        await().dontCatchUncaughtExceptions().until(() -> hanging.begun() > 0);
        assertThat(hanging.begun()).isEqualTo(1);
    }

    @Test
    void aHangingCheckComesBackByItself() {
        var hanging = new ScriptedCheck(ready("hanging")).hangingUntil(release);
        monitor.register(hanging);
        monitor.tick();
        time.pass(DEADLINE);
        monitor.tick();
        release.countDown();
        await().dontCatchUncaughtExceptions().until(() -> {
            time.pass(INTERVAL);
            monitor.tick();
            return health("hanging").state() == ComponentState.UP;
        });

        assertThat(changes).containsSubsequence("hanging UNKNOWN->DOWN", "hanging DOWN->UP");
    }

    @Test
    void everyMissedIntervalOfAHangingCheckCountsAsAFailure() {
        var spec = ready("hanging").tolerating(new Hysteresis(3, 3, 1));
        var check = new ScriptedCheck(spec);
        monitor.register(check);
        runAll("hanging");
        check.hangingUntil(release);
        time.pass(INTERVAL);
        monitor.tick();
        time.pass(DEADLINE);
        monitor.tick();
        assertThat(health("hanging").state()).isEqualTo(ComponentState.DEGRADED);

        for (int i = 0; i < 2; i++) {
            time.pass(INTERVAL);
            monitor.tick();
        }
        assertThat(health("hanging").state()).isEqualTo(ComponentState.DOWN);
    }

    @Test
    void aThrowingCheckIsDownAndItsMessageStaysInside() {
        monitor.register(new ScriptedCheck(ready("throwing")).doing(() -> {
            throw new IllegalStateException("password=hunter2");
        }));
        runAll("throwing");

        assertThat(health("throwing").state()).isEqualTo(ComponentState.DOWN);
        assertThat(health("throwing").reason()).contains("IllegalStateException").doesNotContain("hunter2");
    }

    @Test
    void evenAnErrorIsOnlyTheCheckThatThrewIt() {
        monitor.register(new ScriptedCheck(ready("broken")).doing(() -> {
            throw new StackOverflowError();
        }));
        runAll("broken");

        assertThat(health("broken").state()).isEqualTo(ComponentState.DOWN);
    }

    @Test
    void aCheckThatFloodsIsCutDown() {
        monitor.register(new ScriptedCheck(ready("flood")).doing(() -> {
            var result = CheckResult.up("x".repeat(1_000_000));
            for (int i = 0; i < 10_000; i++) {
                result = i < 100 ? result.with("key" + i, "y".repeat(10_000)) : result;
            }
            return result;
        }));
        runAll("flood");

        assertThat(health("flood").reason()).hasSizeLessThan(1000);
        assertThat(health("flood").data()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void aSharedDependencyNeverMakesUsUnready() {
        monitor.register(new ScriptedCheck(ready("server").ofSharedDependency())
            .answering(CheckResult.down("refused", "ask them")));
        runAll("server");

        assertThat(health("server").state()).isEqualTo(ComponentState.DOWN);
        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.DEGRADED);
        assertThat(monitor.report().status()).isEqualTo(Status.DEGRADED);
    }

    @Test
    void whatIsOnlyADetailDegradesTheWholeAndNoProbe() {
        monitor.register(new ScriptedCheck(CheckSpec.named("detail")).answering(CheckResult.down("bad", "act")));
        runAll("detail");

        assertThat(monitor.report().status()).isEqualTo(Status.DEGRADED);
        for (var probe : Probe.values()) {
            assertThat(monitor.report().forProbe(probe)).isEqualTo(Status.UP);
        }
    }

    @Test
    void aResultThatNobodyRenewsGoesStale() {
        monitor.register(new ScriptedCheck(ready("store")));
        runAll("store");

        time.pass(INTERVAL.multipliedBy(2).plus(DEADLINE).plusNanos(1));

        assertThat(health("store").state()).isEqualTo(ComponentState.STALE);
        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.DOWN);
    }

    @Test
    void aSchedulerThatStopsIsNotLive() {
        monitor.tick();
        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);

        time.pass(Duration.ofSeconds(31));

        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.DOWN);
        assertThat(health(HealthMonitor.SCHEDULER).reason()).contains("no progress for 31 s");
    }

    @Test
    void aJumpOfTheWallClockChangesNothing() {
        monitor.register(new ScriptedCheck(ready("store")));
        runAll("store");
        for (var jump : List.of(Duration.ofDays(400), Duration.ofDays(-900))) {
            time.correctWallClockBy(jump);
            assertThat(monitor.report().status()).isEqualTo(Status.UP);
            assertThat(health("store").age()).isZero();
        }
    }

    @Test
    void drainTurnsReadinessDownAndLeavesTheRest() {
        monitor.drain("SIGTERM");
        monitor.drain("a later reason");

        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.DOWN);
        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
        assertThat(monitor.report().forProbe(Probe.STARTED)).isEqualTo(Status.UP);
        assertThat(health(DrainSwitch.NAME).reason()).isEqualTo("draining: SIGTERM");
        assertThat(changes).containsExactly("accepting-work UP->DOWN");
    }

    @Test
    void readyOnlyWhenStartedAndStartedForGood() {
        var scan = monitor.startupStep("start-up scan");
        assertThat(monitor.report().forProbe(Probe.STARTED)).isEqualTo(Status.DOWN);
        assertThat(monitor.report().forProbe(Probe.READY)).isEqualTo(Status.DOWN);
        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);

        scan.failed("folder missing", "create it");
        assertThat(monitor.report().forProbe(Probe.STARTED)).isEqualTo(Status.DOWN);
        scan.done();
        assertThat(monitor.report().forProbe(Probe.STARTED)).isEqualTo(Status.UP);

        monitor.startupStep("too late");
        assertThat(monitor.report().forProbe(Probe.STARTED)).isEqualTo(Status.UP);
    }

    @Test
    void aFrozenMonitorKeepsItsLastFindings() {
        monitor.register(new ScriptedCheck(ready("store")));
        runAll("store");
        monitor.freeze();
        time.pass(Duration.ofHours(1));

        assertThat(health("store").state()).isEqualTo(ComponentState.UP);
        assertThat(monitor.report().forProbe(Probe.LIVE)).isEqualTo(Status.UP);
    }

    @Test
    void refusesANameThatIsTaken() {
        monitor.register(new ScriptedCheck(ready("store")));

        assertThatThrownBy(() -> monitor.watch("store", INTERVAL)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("store").hasMessageContaining("taken");
    }

    @Test
    void forgetsWhatIsRemoved() {
        monitor.register(new ScriptedCheck(ready("store")).answering(CheckResult.down("bad", "act")));
        runAll("store");
        monitor.remove("store");

        assertThat(monitor.report().status()).isEqualTo(Status.UP);
    }

    @Test
    void aListenerMayTurnBackToTheMonitor() throws Exception {
        var turned = new CountDownLatch(2);
        var monitorOf = new AtomicReference<HealthMonitor>();
        var listener = new HealthListener() {
            @Override
            public void changed(ComponentState before, ComponentHealth component) {
                monitorOf.get().checkNow("left");
                monitorOf.get().checkNow("right");
                turned.countDown();
            }
        };
        try (var other = new HealthMonitor(TimeSource.system(), List.of(listener), HealthPolicy.NONE)) {
            monitorOf.set(other);
            other.register(new ScriptedCheck(ready("left")));
            other.register(new ScriptedCheck(ready("right")));
            other.start();

            assertThat(turned.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void spinningChecksDoNotStopVirtualThreads() throws Exception {
        int more = Runtime.getRuntime().availableProcessors() + 2;
        for (int i = 0; i < more; i++) {
            monitor.register(new ScriptedCheck(CheckSpec.named("spin-" + i)).doing(() -> {
                while (release.getCount() > 0) {
                    Thread.onSpinWait();
                }
                return CheckResult.up("done");
            }));
        }
        monitor.tick();

        var ran = new CountDownLatch(1);
        Thread.startVirtualThread(ran::countDown);
        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static CheckSpec ready(String name) {
        return CheckSpec.named(name).countsFor(Probe.READY).every(INTERVAL).within(DEADLINE);
    }

    private void runAll(String... names) {
        monitor.tick();
        for (var name : names) {
            await().dontCatchUncaughtExceptions().until(() -> health(name).state() != ComponentState.UNKNOWN);
        }
        monitor.tick();
    }

    private ComponentHealth health(String name) {
        return monitor.report().components().stream().filter(part -> part.name().equals(name)).findFirst()
            .orElseThrow();
    }
}
