package dev.sightglass.demo;

import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;

/**
 * What went in against what came out.
 *
 * @param dropped what was dropped
 * @param delivered reports that the server holds
 * @param repeats reports that the server was sent again, which has no effect
 * @param refused files in {@code Error} with their reason
 */
record Ledger(DropLoad.Dropped dropped, long delivered, long repeats, int refused) {

    static Ledger of(DropLoad.Dropped dropped, WatsSimulator simulator, DropFolders folders) throws IOException {
        return new Ledger(dropped, simulator.reports(), simulator.repeats(), folders.refused());
    }

    long lost() {
        return dropped.reports() - delivered;
    }

    boolean isComplete() {
        return lost() == 0 && refused == dropped.broken();
    }

    @Override
    public String toString() {
        return """

               Dropped    %,8d files: %,d reports in good ones, %,d broken on purpose, %,d copies
               Delivered  %,8d reports (%,d sent again, without effect)
               In Error   %,8d files with their reason
               Lost       %,8d
               %s""".formatted(dropped.files(), dropped.reports(), dropped.broken(), dropped.copies(), delivered,
            repeats, refused, lost(),
            isComplete() ? "Every good file arrived, every broken one is accounted for."
                : "Something is missing: see above.");
    }
}
