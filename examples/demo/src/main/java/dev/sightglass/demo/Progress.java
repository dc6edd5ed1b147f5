package dev.sightglass.demo;

import java.time.Duration;

/** Shows how far things are: one line that renews itself on a terminal, a line every few seconds elsewhere. */
final class Progress {

    private static final int WIDTH = 30;

    private final int wanted;
    private final boolean terminal = isTerminal();
    private long lastDelivered;
    private long lastNanos = System.nanoTime();
    private long lastPlainNanos = lastNanos;

    Progress(int wanted) {
        this.wanted = wanted;
    }

    Duration interval() {
        return Duration.ofMillis(500);
    }

    void show(Ledger ledger) {
        long now = System.nanoTime();
        double perSecond = (ledger.delivered() - lastDelivered) * 1e9 / (now - lastNanos);
        if (terminal) {
            System.out.print("\r" + bar(ledger) + words(ledger, perSecond) + "\u001b[K");
            System.out.flush();
            remember(ledger, now);
        } else if (now - lastPlainNanos > Duration.ofSeconds(3).toNanos()) {
            System.out.println(words(ledger, perSecond));
            lastPlainNanos = now;
            remember(ledger, now);
        }
    }

    private void remember(Ledger ledger, long now) {
        lastDelivered = ledger.delivered();
        lastNanos = now;
    }

    private String bar(Ledger ledger) {
        if (wanted == 0) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * ledger.delivered() / Math.max(1, ledger.dropped().reports()));
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }

    private static String words(Ledger ledger, double perSecond) {
        return "%,d files dropped, %,d of %,d reports delivered (%.0f/s), %d refused".formatted(
            ledger.dropped().files(), ledger.delivered(),
            ledger.dropped().reports(), perSecond, ledger.refused());
    }

    @SuppressWarnings("SystemConsoleNull") // it is null still when the JDK has no terminal module
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    void end() {
        if (terminal) {
            System.out.println();
        }
    }
}
