package dev.sightglass.client.convert;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs code that is not trusted to end.
 *
 * <p>
 * On platform threads: a virtual thread that spins keeps its carrier for ever, and as many of them as there are processors would stop
 * every other virtual thread of the process. Callers bound the number of calls; threads that were given up are counted by culprit.
 */
final class Workbench implements AutoCloseable {

    /** What came of a call. */
    sealed interface Outcome<T> {

        record Returned<T>(T value) implements Outcome<T> {}

        record Threw<T>(Throwable cause) implements Outcome<T> {}

        record TimedOut<T>(String culprit, String at) implements Outcome<T> {}
    }

    private static final Pattern PLATFORM = Pattern.compile("java\\.|jdk\\.|sun\\.");
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ExecutorService threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().name("convert-", 1).daemon().factory());
    private final Map<String, Integer> stuck = new ConcurrentHashMap<>();

    /** Threads that this culprit holds after their time was over. */
    int stuck(String culprit) {
        return stuck.getOrDefault(culprit, 0);
    }

    /** Who holds any. */
    Stream<String> culprits() {
        return stuck.keySet().stream();
    }

    int stuck() {
        return stuck.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Runs the work and waits for it no longer than the deadline.
     *
     * @param culprit asked when the deadline has passed: who is being waited for
     */
    <T> Outcome<T> call(Callable<T> work, Duration deadline, Supplier<String> culprit) throws InterruptedException {
        var call = new Call<>(work);
        try {
            threads.execute(call);
            return new Outcome.Returned<>(call.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException closed) {
            return new Outcome.Threw<>(closed);
        } catch (ExecutionException failed) {
            return new Outcome.Threw<>(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException late) {
            return giveUp(call, culprit.get());
        } catch (InterruptedException stopping) {
            call.cancel(true);
            throw stopping;
        }
    }

    private <T> Outcome<T> giveUp(Call<T> call, String culprit) throws InterruptedException {
        var at = call.position();
        call.cancel(true);
        if (!call.ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            stuck.merge(culprit, 1, Integer::sum);
            Thread.ofVirtual().name("stuck-" + culprit).start(() -> awaitEnd(call, culprit));
        }
        return new Outcome.TimedOut<>(culprit, at);
    }

    private void awaitEnd(Call<?> call, String culprit) {
        try {
            call.ended.await();
            stuck.computeIfPresent(culprit, (name, count) -> count == 1 ? null : count - 1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Call<T> extends FutureTask<T> {

        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Thread runner;

        Call(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            runner = Thread.currentThread();
            try {
                super.run();
            } finally {
                ended.countDown();
            }
        }

        /** Where the call is now: the innermost frames that are not the platform's. */
        String position() {
            var thread = runner;
            var frames = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
            return Arrays.stream(frames).filter(frame -> !PLATFORM.matcher(frame.getClassName()).lookingAt()).limit(3)
                .map(StackTraceElement::toString).collect(Collectors.joining(" < "));
        }
    }
}
