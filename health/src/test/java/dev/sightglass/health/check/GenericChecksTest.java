package dev.sightglass.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.Status;

class GenericChecksTest {

    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"50, 100, UP", "4, 100, DEGRADED", "6, 100, UP", "4, 8, UP", "500, 10000, UP", "0, 100, DOWN"})
    void diskSpaceCountsBytesAndShareTogether(long freeGib, long totalGib, Status expected) {
        var check = new DiskSpaceCheck(CheckSpec.named("disk"), folder);

        assertThat(check.judge(freeGib * GIB, totalGib * GIB).status()).isEqualTo(expected);
    }

    @Test
    void diskSpaceLooksAtTheRealDisk() throws IOException {
        var result = new DiskSpaceCheck(CheckSpec.named("disk"), folder).check();

        assertThat(result.data()).containsKeys("freeBytes", "totalBytes", "freeShare");
        assertThat(result.reason()).containsPattern("\\d+ MiB free, \\d+ %");
    }

    @Test
    void diskSpaceOfAMissingFolderIsAFailure() {
        var check = new DiskSpaceCheck(CheckSpec.named("disk"), folder.resolve("gone"));

        assertThatThrownBy(check::check).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource({"10, UP", "89, UP", "90, DEGRADED", "96, DEGRADED", "97, DOWN"})
    void memoryCountsWhatACollectionLeaves(long used, Status expected) {
        assertThat(new MemoryCheck(() -> used, 100).check().status()).isEqualTo(expected);
    }

    @Test
    void memoryReadsTheRealHeap() {
        assertThat(new MemoryCheck().check().reason()).endsWith("of the heap is in use after the last collection");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, UP", "PT30S, UP", "PT-30S, UP", "PT31S, DEGRADED", "PT-400H, DEGRADED"})
    void clockSkewCountsEitherWay(Duration skew, Status expected) {
        assertThat(new ClockSkewCheck(() -> skew, Duration.ofSeconds(30)).check().status()).isEqualTo(expected);
    }

    @Test
    void anUnknownClockSkewIsNoTrouble() {
        assertThat(new ClockSkewCheck(() -> null, Duration.ofSeconds(30)).check().status()).isEqualTo(Status.UP);
    }

    @Test
    void findsARealDeadlockAndItsThreads() throws Exception {
        var check = new DeadlockCheck();
        assertThat(check.check().status()).isEqualTo(Status.UP);

        var locks = new ReentrantLock[]{new ReentrantLock(), new ReentrantLock()};
        var bothHold = new CountDownLatch(2);
        var threads = new Thread[]{lockBoth("left", locks[0], locks[1], bothHold),
            lockBoth("right", locks[1], locks[0], bothHold)};
        await().until(() -> locks[1].hasQueuedThread(threads[0]) && locks[0].hasQueuedThread(threads[1])
            && threads[0].getState() == Thread.State.WAITING && threads[1].getState() == Thread.State.WAITING);
        var result = check.check();
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }

        assertThat(result.status()).isEqualTo(Status.DOWN);
        assertThat(result.reason()).contains("left").contains("right");
    }

    @ParameterizedTest
    @CsvSource({"200, UP", "401, UP", "404, UP", "500, DOWN", "503, DOWN"})
    void theMainListenerIsWellWithAnyAnswerBelow500(int status, Status expected) throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering =
                Thread.ofVirtual().start(() -> answerOnce(listener, "HTTP/1.1 " + status + " Words\r\n\r\n"));

            assertThat(new MainListenerCheck(() -> uri(listener)).check().status()).isEqualTo(expected);
            answering.join();
        }
    }

    @Test
    void aListenerThatSpeaksSomethingElseIsDown() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> answerOnce(listener, "220 mail ready\r\n"));

            assertThat(new MainListenerCheck(() -> uri(listener)).check().status()).isEqualTo(Status.DOWN);
            answering.join();
        }
    }

    @Test
    void aListenerThatIsGoneIsDown() throws IOException {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var uri = uri(listener);
        listener.close();

        assertThat(new MainListenerCheck(() -> uri).check().reason()).contains("does not answer: ConnectException");
    }

    private static Thread lockBoth(String name, ReentrantLock first, ReentrantLock second, CountDownLatch bothHold) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            first.lock();
            try {
                bothHold.countDown();
                bothHold.await();
                second.lockInterruptibly();
                second.unlock();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                first.unlock();
            }
        });
    }

    private static void answerOnce(ServerSocket listener, String answer) {
        try (var socket = listener.accept()) {
            var in = socket.getInputStream();
            for (int blankLine = 0; blankLine < 4;) {
                int next = in.read();
                blankLine = next == '\r' || next == '\n' ? blankLine + 1 : 0;
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static URI uri(ServerSocket listener) {
        return URI.create("http://localhost:" + listener.getLocalPort() + "/");
    }
}
