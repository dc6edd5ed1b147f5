package dev.sightglass.client.queue.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.queue.QueueException;
import dev.sightglass.client.queue.store.Change;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.testing.ManualClock;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    @TempDir
    Path folder;

    private SqliteDatabase database;
    private GroupCommit writer;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("queue.db"));
        database.writer().update("create table note (text text not null unique)");
        writer = new GroupCommit(database.writer(), _ -> {}, new ReadySignal(), new ManualClock());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void aChangeThatFailsTakesBackItsOwnPartAndNoOther() {
        var gate = new CountDownLatch(1);
        var first = writer.submit(waitFor(gate));
        var good = writer.submit(note("good"));
        var half = writer.submit(note("half").andThen(note("good")));
        var better = writer.submit(note("better"));
        gate.countDown();

        first.join();
        good.join();
        better.join();
        assertThatThrownBy(half::join).hasCauseInstanceOf(QueueException.class).hasMessageContaining("UNIQUE");
        assertThat(notes()).containsExactlyInAnyOrder("good", "better");
    }

    @Test
    void everyChangeOfABatchThatFailsIsToldSo() {
        var gate = new CountDownLatch(1);
        var _ = writer.submit(waitFor(gate));
        var wrong = List.of(writer.submit(note("a").andThen(note("a"))), writer.submit(note("b").andThen(note("b"))));
        gate.countDown();

        assertThat(wrong).allSatisfy(future -> assertThatThrownBy(future::join).hasMessageContaining("UNIQUE"));
        assertThat(notes()).isEmpty();
    }

    /** SQLite itself takes the transaction back then, and the driver does not notice. */
    @Test
    void goesOnWhenADiskThatWasFullHasRoomAgain() {
        writer.submit(pragma("max_page_count = 100")).join();
        for (int attempt = 0; attempt < 3; attempt++) {
            var large = writer.submit(note("x".repeat(1_000_000)));
            assertThatThrownBy(large::join).hasMessageContaining("full");
        }
        writer.submit(pragma("max_page_count = 1000000")).join();

        writer.submit(note("after")).join();
        assertThat(notes()).containsExactly("after");
    }

    /** Nobody else should write there, but a backup or a curious person may. */
    @Test
    @DisplayName("T36: an outsider that keeps the database locked costs refusals while it does, and nothing after")
    void goesOnWhenAnOutsiderGivesItsLockBack() throws SQLException {
        writer.submit(pragma("busy_timeout = 100")).join();
        try (var outsider = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
            var statement = outsider.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(writer.submit(note("during"))::join).hasMessageContaining("locked");
            statement.execute("rollback");
        }

        writer.submit(note("after")).join();
        assertThat(notes()).containsExactly("after");
    }

    private static Change<Long> pragma(String setting) {
        return (store, _) -> store.first("pragma " + setting, row -> row.getLong(1)).orElseThrow();
    }

    private List<String> notes() {
        return database.reader()
            .withHandle(handle -> handle.createQuery("select text from note").mapTo(String.class).list());
    }

    /** Holds the writer, so that what is submitted meanwhile comes into one batch. */
    private static Change<Boolean> waitFor(CountDownLatch gate) {
        return (_, _) -> {
            try {
                gate.await();
                return true;
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        };
    }

    private static Note note(String text) {
        return (store, _) -> store.update("insert into note (text) values (?)", text);
    }

    @FunctionalInterface
    private interface Note extends Change<Integer> {

        default Note andThen(Note next) {
            return (store, now) -> apply(store, now) + next.apply(store, now);
        }
    }
}
